package ro.clickphone.engine.rtp;

import java.util.Arrays;
import java.util.Objects;

/**
 * A master key of SRTP, and how long its tags are (RFC 3711, AES-CM with 128 bits and HMAC-SHA1). Never written to a log.
 *
 * @param tagBytes of RTP packets; those of RTCP always have ten (RFC 4568 6.2)
 */
public record SrtpKeys(byte[] key, byte[] salt, int tagBytes) {
    public static final int KEY_BYTES = 16;
    public static final int SALT_BYTES = 14;

    public SrtpKeys {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(salt, "salt");
        if (key.length != KEY_BYTES || salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a key of " + key.length + " and a salt of " + salt.length + " bytes");
        }
        if (tagBytes != 4 && tagBytes != 10) {
            throw new IllegalArgumentException("a tag of " + tagBytes + " bytes");
        }
        key = key.clone();
        salt = salt.clone();
    }

    /** @param both the key, then the salt */
    public static SrtpKeys of(byte[] both, int tagBytes) {
        return new SrtpKeys(Arrays.copyOf(both, KEY_BYTES), Arrays.copyOfRange(both, KEY_BYTES, both.length), tagBytes);
    }

    @Override
    public String toString() {
        return "SrtpKeys[tagBytes=" + tagBytes + "]";
    }
}
