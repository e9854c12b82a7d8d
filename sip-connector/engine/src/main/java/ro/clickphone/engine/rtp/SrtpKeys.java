package ro.clickphone.engine.rtp;

import java.util.Arrays;
import java.util.Objects;

/**
 * A master key of SRTP, and how long its tags are: AES-CM with 128 bits and HMAC-SHA1 (RFC 3711), or AES-GCM with 128 or
 * 256 bits, whose salt is shorter (RFC 7714). Never written to a log.
 *
 * @param tagBytes of RTP packets; those of RTCP with HMAC always have ten (RFC 4568 6.2)
 */
public record SrtpKeys(byte[] key, byte[] salt, int tagBytes) {
    static final int SALT_BYTES = 14;
    static final int AEAD_SALT_BYTES = 12;
    static final int AEAD_TAG_BYTES = 16;
    private static final int KEY_BYTES = 16;

    public SrtpKeys {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(salt, "salt");
        boolean aead = salt.length == AEAD_SALT_BYTES
                && tagBytes == AEAD_TAG_BYTES
                && (key.length == KEY_BYTES || key.length == 2 * KEY_BYTES);
        boolean counterMode = salt.length == SALT_BYTES && key.length == KEY_BYTES && (tagBytes == 4 || tagBytes == 10);
        if (!aead && !counterMode) {
            throw new IllegalArgumentException(
                    "a key of " + key.length + ", a salt of " + salt.length + " and a tag of " + tagBytes + " bytes");
        }
        key = key.clone();
        salt = salt.clone();
    }

    /** @param both the key, then the salt */
    public static SrtpKeys of(byte[] both, int tagBytes) {
        int keyBytes = both.length - (tagBytes == AEAD_TAG_BYTES ? AEAD_SALT_BYTES : SALT_BYTES);
        return new SrtpKeys(Arrays.copyOf(both, keyBytes), Arrays.copyOfRange(both, keyBytes, both.length), tagBytes);
    }

    boolean areAead() {
        return salt.length == AEAD_SALT_BYTES;
    }

    @Override
    public String toString() {
        return "SrtpKeys[tagBytes=" + tagBytes + "]";
    }
}
