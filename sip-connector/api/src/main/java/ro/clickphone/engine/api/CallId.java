package ro.clickphone.engine.api;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Our own name of a call, from its first INVITE to its last BYE; never the Call-ID header (a call has one per leg). */
public record CallId(UUID value) implements Serializable {
    public CallId {
        Objects.requireNonNull(value, "value");
    }

    public static CallId random() {
        return new CallId(UUID.randomUUID());
    }

    public static CallId parse(String text) {
        return new CallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
