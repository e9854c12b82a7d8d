package ro.clickphone.engine.sdp;

import java.util.Base64;
import java.util.Objects;

/**
 * How the audio of a leg is encrypted: each end has a key of its own, of {@link CryptoSuite#KEY_AND_SALT_BYTES}.
 *
 * @param ours what we encrypt with, base64
 * @param theirs what the far end encrypts with, base64
 */
public record Encryption(CryptoSuite suite, String ours, String theirs) {
    public Encryption {
        Objects.requireNonNull(suite, "suite");
        Objects.requireNonNull(ours, "ours");
        Objects.requireNonNull(theirs, "theirs");
    }

    public static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** Without the keys: it may come into a log by accident. */
    @Override
    public String toString() {
        return "Encryption[" + suite + "]";
    }
}
