package ro.clickphone.pbx.live;

import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;

/** A phone of this account came, went, rings or talks. Fired on a thread of its own; pages are refreshed by it. */
public record PresenceChanged(AccountId account) {
    public PresenceChanged {
        Objects.requireNonNull(account, "account");
    }
}
