package ro.clickphone.engine.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digests of RFC 7616 and RFC 8760. */
final class DigestMath {
    private static final HexFormat HEX = HexFormat.of();

    private DigestMath() {}

    enum Algorithm {
        MD5("MD5", "MD5"),
        SHA256("SHA-256", "SHA-256");

        private final String token;
        /** Finding an algorithm by its name costs more than a short text's digest. */
        private final ThreadLocal<MessageDigest> digests;

        Algorithm(String token, String jca) {
            this.token = token;
            this.digests = ThreadLocal.withInitial(() -> digest(jca));
        }

        private static MessageDigest digest(String jca) {
            try {
                return MessageDigest.getInstance(jca);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("no " + jca + " in this JVM", e);
            }
        }

        String token() {
            return token;
        }
    }

    static String hash(Algorithm algorithm, String text) {
        return HEX.formatHex(algorithm.digests.get().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** With qop=auth. @param nc eight hex digits, as they came */
    static String response(
            Algorithm algorithm, String ha1, String method, String uri, String nonce, String nc, String cnonce) {
        String ha2 = hash(algorithm, method + ':' + uri);
        return hash(algorithm, ha1 + ':' + nonce + ':' + nc + ':' + cnonce + ":auth:" + ha2);
    }

    /** Without qop (RFC 2069), which old carriers still ask of us; never taken from others. */
    static String oldResponse(Algorithm algorithm, String ha1, String method, String uri, String nonce) {
        return hash(algorithm, ha1 + ':' + nonce + ':' + hash(algorithm, method + ':' + uri));
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
