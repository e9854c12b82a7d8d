package ro.clickphone.pbx.ivr;

import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;

/** Something happened to a version of an account's menus, in this transaction; their messages go with it. */
public record MenuVersionEvent(AccountId account, int version, Kind kind) {
    public MenuVersionEvent {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(kind, "kind");
    }

    /** What happened. */
    public enum Kind {
        /** The draft became this version, which callers hear. */
        APPLIED,
        /** It became the draft. */
        RESTORED,
        /** The draft starts from nothing; the version is of no meaning. */
        RESET,
        /** It is not kept any longer. */
        FORGOTTEN
    }
}
