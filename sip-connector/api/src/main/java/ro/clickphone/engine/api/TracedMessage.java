package ro.clickphone.engine.api;

import java.time.Instant;
import java.util.Objects;

/**
 * A SIP message of a call, as it went over the line. Digests, keys of the audio and pressed digits are left out.
 *
 * @param far address and port of the other end
 * @param text hostile: it was written by anybody
 */
public record TracedMessage(Instant at, Way way, Transport transport, String far, String text) {
    public TracedMessage {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(way, "way");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(far, "far");
        Objects.requireNonNull(text, "text");
    }

    /** Seen from us. */
    public enum Way {
        IN,
        OUT
    }
}
