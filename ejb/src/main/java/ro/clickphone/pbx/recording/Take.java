package ro.clickphone.pbx.recording;

import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.engine.api.CallId;

/** What one call leaves: one recording, and one more each time that it was handed on. @param part from 1 */
public record Take(CallId call, int part) implements Serializable {
    public static final int MOST_PARTS = 999;

    public Take {
        Objects.requireNonNull(call, "call");
        if (part < 1 || part > MOST_PARTS) {
            throw new IllegalArgumentException("part is " + part);
        }
    }
}
