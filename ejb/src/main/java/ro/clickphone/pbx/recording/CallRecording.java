package ro.clickphone.pbx.recording;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A recorded call. @param source who called; empty when unknown or masked away @param sourceName hostile text, may be empty
 * @param takenBy who answered
 */
public record CallRecording(
        Take take, Instant startedAt, Duration length, String source, String sourceName, String takenBy)
        implements Serializable {
    public CallRecording {
        Objects.requireNonNull(take, "take");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(length, "length");
    }
}
