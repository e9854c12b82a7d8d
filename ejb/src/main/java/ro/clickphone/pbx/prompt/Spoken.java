package ro.clickphone.pbx.prompt;

import java.time.Duration;
import java.util.Objects;

/** What somebody said, of the usual loudness and without long silence at its ends. @param sha256 of the WAV file */
public record Spoken(String sha256, byte[] wav, Duration length) {
    public Spoken {
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(length, "length");
    }
}
