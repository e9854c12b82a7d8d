package ro.clickphone.pbx.extension;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * An internal number of an account.
 *
 * @param who the address that its devices register
 * @param ringTime from 5 to 120 seconds
 * @param doNotDisturb whether its telephones stay silent: callers meet a busy extension
 */
public record Extension(
        AccountId account,
        ExtensionNumber number,
        String name,
        SipIdentity who,
        Duration ringTime,
        Forward always,
        Forward busy,
        Forward unavailable,
        boolean doNotDisturb,
        Instant createdAt)
        implements Serializable {
    /** The rule for that case. */
    public Forward forward(Forward.When when) {
        return switch (when) {
            case ALWAYS -> always;
            case BUSY -> busy;
            case UNAVAILABLE -> unavailable;
        };
    }
}
