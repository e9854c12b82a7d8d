package ro.clickphone.pbx.kernel;

import java.util.Objects;

/** Something that a call of this account may need was changed. Fired inside the transaction, acted on after commit. */
public record AccountChanged(AccountId account) {
    public AccountChanged {
        Objects.requireNonNull(account, "account");
    }
}
