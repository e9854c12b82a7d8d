package ro.clickphone.engine.sdp;

import java.util.Arrays;
import java.util.Optional;

/** How audio is encrypted (RFC 4568 6.2), in our order of liking: the longer tag first. */
public enum CryptoSuite {
    AES_CM_128_HMAC_SHA1_80(10),
    AES_CM_128_HMAC_SHA1_32(4);

    /** Of the master key and its salt together. */
    public static final int KEY_AND_SALT_BYTES = 30;

    private final int tagBytes;

    CryptoSuite(int tagBytes) {
        this.tagBytes = tagBytes;
    }

    /** Of the tag of each RTP packet. */
    public int tagBytes() {
        return tagBytes;
    }

    static Optional<CryptoSuite> named(String name) {
        return Arrays.stream(values())
                .filter(suite -> suite.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
