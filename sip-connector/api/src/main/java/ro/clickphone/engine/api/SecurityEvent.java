package ro.clickphone.engine.api;

import java.time.Instant;
import java.util.Objects;

/**
 * Something at the SIP door that the operator should know of.
 *
 * @param address where it came from
 * @param user whom it named, empty when nobody; written by a stranger: never to be trusted, never to be shown unescaped
 * @param detail in English, one line, control characters removed, nothing secret
 */
public record SecurityEvent(Kind kind, String address, String user, String detail, Instant at) {
    public SecurityEvent {
        Objects.requireNonNull(kind, "kind");
        Checks.notBlank("address", address);
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(at, "at");
    }

    /** What happened. */
    public enum Kind {
        WRONG_PASSWORD,
        SOURCE_BLOCKED,
        SOURCE_RELEASED,
        /** The right password from an address that the customer does not allow. */
        ADDRESS_REFUSED,
        RATE_EXCEEDED
    }
}
