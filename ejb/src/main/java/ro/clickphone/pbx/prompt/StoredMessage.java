package ro.clickphone.pbx.prompt;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** A message of the customer's own in its slot. @param sha256 of the WAV file, 64 lower-case hex digits */
public record StoredMessage(PromptSlot slot, String sha256, Duration length, Instant storedAt) implements Serializable {
    public StoredMessage {
        Objects.requireNonNull(slot, "slot");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(storedAt, "storedAt");
    }
}
