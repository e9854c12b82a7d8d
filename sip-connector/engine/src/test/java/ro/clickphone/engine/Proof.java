package ro.clickphone.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone's answer to a digest challenge (RFC 2617), with the password that all phones of these tests have. */
final class Proof {
    private Proof() {}

    /** @return a whole line */
    static String of(String user, String method, String uri, SipText challenge) {
        boolean byRegistrar = challenge.status() == 401;
        String words = challenge.headers(byRegistrar ? "WWW-Authenticate" : "Proxy-Authenticate").stream()
                .filter(header -> header.contains("MD5") || !header.contains("algorithm"))
                .filter(header -> !header.contains("SHA-256"))
                .findFirst()
                .orElseThrow();
        String nonce = parameter(words, "nonce");
        String realm = parameter(words, "realm");
        String response = md5(
                md5(user + ":" + realm + ":secret") + ":" + nonce + ":00000001:cafe:auth:" + md5(method + ":" + uri));
        return (byRegistrar ? "Authorization" : "Proxy-Authorization") + ": Digest username=\"" + user + "\", realm=\""
                + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri + "\", response=\"" + response
                + "\", algorithm=MD5, cnonce=\"cafe\", nc=00000001, qop=auth\r\n";
    }

    private static String parameter(String words, String name) {
        Matcher found = Pattern.compile("[ ,]" + name + "=\"([^\"]*)\"").matcher(words);
        if (!found.find()) {
            throw new AssertionError("no " + name + " in " + words);
        }
        return found.group(1);
    }

    static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
