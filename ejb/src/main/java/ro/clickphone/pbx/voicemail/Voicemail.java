package ro.clickphone.pbx.voicemail;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * A message in a mailbox.
 *
 * @param caller the number as the caller lets it be seen; empty when hidden
 * @param sha256 of its WAV file
 */
public record Voicemail(
        long id,
        ExtensionNumber extension,
        String caller,
        Instant recordedAt,
        State state,
        Duration length,
        String sha256)
        implements Serializable {
    public Voicemail {
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** Whether somebody has listened to it. */
    public enum State {
        FRESH,
        HEARD
    }

    public boolean isFresh() {
        return state == State.FRESH;
    }
}
