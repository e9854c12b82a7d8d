package ro.clickphone.pbx.extension;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * A SIP password; lives only until its owner has read it, what is kept are the two HA1 of RFC 7616 3.4.2.
 *
 * @param value 8 to 64 printable ASCII characters without blanks, quotes and backslash, which phones mistreat
 */
record SipPassword(String value) {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws Refusal {@code extension.password} */
    SipPassword {
        if (!value.matches("[!#-\\[\\]-~]{8,64}")) {
            throw new Refusal("extension.password", "sipPassword", 8, 64);
        }
    }

    /** 20 characters of 57: 116 bits; without the figures and letters that are mistaken for each other. */
    static SipPassword random() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new SipPassword(password.toString());
    }

    String ha1Md5(SipUser user, String realm) {
        return ha1("MD5", user, realm);
    }

    String ha1Sha256(SipUser user, String realm) {
        return ha1("SHA-256", user, realm);
    }

    private String ha1(String algorithm, SipUser user, String realm) {
        try {
            byte[] secret = (user + ":" + realm + ":" + value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return "SipPassword[…]";
    }
}
