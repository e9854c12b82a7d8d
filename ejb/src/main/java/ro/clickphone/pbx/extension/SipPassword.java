package ro.clickphone.pbx.extension;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ro.clickphone.pbx.kernel.RandomText;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * A SIP password; lives only until its owner has read it, what is kept are the two HA1 of RFC 7616 3.4.2.
 *
 * @param value 8 to 64 printable ASCII characters without blanks, quotes and backslash, which phones mistreat
 */
record SipPassword(String value) {
    private static final int LENGTH = 20;

    /** @throws Refusal {@code extension.password} */
    SipPassword {
        if (!value.matches("[!#-\\[\\]-~]{8,64}")) {
            throw new Refusal("extension.password", "sipPassword", 8, 64);
        }
    }

    static SipPassword random() {
        return new SipPassword(RandomText.of(LENGTH));
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
