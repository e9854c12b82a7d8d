package ro.clickphone.pbx.prompt;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What was made for a slot and is heard by nobody but its makers yet.
 *
 * @param sha256 of the WAV file
 * @param by an extension's number, or who made it in the portal
 */
public record MessageDraft(String sha256, Duration length, Origin origin, String by, Instant at)
        implements Serializable {
    public MessageDraft {
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
