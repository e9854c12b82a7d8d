package ro.clickphone.engine.sdp;

import java.util.Arrays;
import java.util.Optional;

/**
 * How audio is encrypted (RFC 4568 6.2, RFC 7714 14.2), in our order of liking: what every phone has before what few have,
 * since some take the first line or none; the longer tag first.
 */
public enum CryptoSuite {
    AES_CM_128_HMAC_SHA1_80(10, 30),
    AES_CM_128_HMAC_SHA1_32(4, 30),
    AEAD_AES_256_GCM(16, 44),
    AEAD_AES_128_GCM(16, 28);

    private final int tagBytes;
    private final int keyAndSaltBytes;

    CryptoSuite(int tagBytes, int keyAndSaltBytes) {
        this.tagBytes = tagBytes;
        this.keyAndSaltBytes = keyAndSaltBytes;
    }

    /** Of the tag of each RTP packet. */
    public int tagBytes() {
        return tagBytes;
    }

    /** Of the master key and its salt together. */
    public int keyAndSaltBytes() {
        return keyAndSaltBytes;
    }

    static Optional<CryptoSuite> named(String name) {
        return Arrays.stream(values())
                .filter(suite -> suite.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
