package ro.clickphone.engine.api;

import java.io.Serializable;
import java.util.Objects;

/** A recording's name, the same in the engine and in the business: lower-case letters, digits and dashes, at most 100. */
public record RecordingName(String value) implements Serializable {
    public RecordingName {
        Objects.requireNonNull(value, "value");
        if (!value.matches("[a-z0-9][a-z0-9-]{0,99}")) {
            throw new IllegalArgumentException("not a name of a recording: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
