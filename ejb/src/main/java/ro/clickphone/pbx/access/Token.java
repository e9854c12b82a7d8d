package ro.clickphone.pbx.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ro.clickphone.pbx.kernel.RandomText;

/**
 * A long random secret that is sent out once; only its SHA-256 is kept. It needs no slow hash: nobody tries 2^256 of them,
 * and looking up the hash of what was sent tells nothing by its time.
 */
public record Token(String text) {
    /** 262 bits of {@link RandomText}. */
    private static final int LENGTH = 45;

    private static final int LONGEST = 256;

    public static Token random() {
        return new Token(RandomText.of(LENGTH));
    }

    /** Whatever somebody sent. */
    public static Token of(String sent) {
        return new Token(sent.length() > LONGEST ? "" : sent.strip());
    }

    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }

    /** It must not stand in a log line by accident. */
    @Override
    public String toString() {
        return "Token[]";
    }
}
