package ro.clickphone.pbx.recording;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A recorded call. @param source who called; empty when unknown or masked away @param sourceName hostile text, may be empty
 * @param takenBy who answered @param announced empty for one from before this was kept
 */
public record CallRecording(
        Take take,
        Instant startedAt,
        Duration length,
        String source,
        String sourceName,
        String takenBy,
        Optional<Announced> announced)
        implements Serializable {
    public CallRecording {
        Objects.requireNonNull(take, "take");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(length, "length");
    }
}
