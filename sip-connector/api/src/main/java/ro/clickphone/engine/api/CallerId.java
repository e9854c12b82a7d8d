package ro.clickphone.engine.api;

import java.io.Serializable;
import java.util.Objects;

/**
 * The caller as shown to the called. It never authorises anything.
 *
 * @param number digits, with plus where international; empty when unknown
 * @param displayName at most what the phone sent, control characters removed; empty when none
 */
public record CallerId(String number, String displayName, Presentation presentation) implements Serializable {
    public CallerId {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(presentation, "presentation");
    }

    public static CallerId of(String number) {
        return new CallerId(number, "", Presentation.ALLOWED);
    }

    /** Whether the caller lets the called see the number (RFC 3323). */
    public enum Presentation {
        ALLOWED,
        RESTRICTED
    }
}
