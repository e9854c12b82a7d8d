package ro.clickphone.engine.sdp;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One {@code a=crypto} line (RFC 4568 9.1) that we can keep to: one key, no identifier of keys in the packets, nothing
 * left in clear. The key is written as it stands in the line.
 */
record Crypto(int tag, CryptoSuite suite, String keyAndSalt) {
    static final String ATTRIBUTE = "crypto";
    private static final String INLINE = "inline:";
    private static final int MOST_TAG = 999_999_999;

    static List<Crypto> of(MediaDescription audio) {
        List<Crypto> usable = new ArrayList<>();
        audio.attributes(ATTRIBUTE).forEach(value -> parse(value).ifPresent(usable::add));
        return usable;
    }

    private static Optional<Crypto> parse(String value) {
        String[] words = value.split("\\s+");
        if (words.length < 3) {
            return Optional.empty();
        }
        for (int i = 3; i < words.length; i++) {
            // a hint on the window of replays asks for nothing; every other parameter changes the packets
            if (!words[i].toUpperCase(Locale.ROOT).startsWith("WSH=")) {
                return Optional.empty();
            }
        }
        Optional<Integer> tag = MediaDescription.number(words[0], MOST_TAG);
        Optional<CryptoSuite> suite = CryptoSuite.named(words[1]);
        Optional<String> key = suite.flatMap(known -> key(words[2], known));
        return tag.isPresent() && suite.isPresent() && key.isPresent()
                ? Optional.of(new Crypto(tag.get(), suite.get(), key.get()))
                : Optional.empty();
    }

    /** Reads {@code inline:key[|lifetime]}. Calls are over long before a lifetime is; another part is a key's identifier. */
    private static Optional<String> key(String method, CryptoSuite suite) {
        if (!method.toLowerCase(Locale.ROOT).startsWith(INLINE) || method.indexOf(';') >= 0) {
            return Optional.empty();
        }
        String[] parts = method.substring(INLINE.length()).split("\\|", -1);
        if (parts.length > 2 || (parts.length == 2 && parts[1].indexOf(':') >= 0)) {
            return Optional.empty();
        }
        return bytes(parts[0], suite).map(Base64.getEncoder()::encodeToString);
    }

    private static Optional<byte[]> bytes(String base64, CryptoSuite suite) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return bytes.length == suite.keyAndSaltBytes() ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    String line() {
        return "a=crypto:" + tag + " " + suite + " " + INLINE + keyAndSalt;
    }

    /** Without the key: it may come into a log by accident. */
    @Override
    public String toString() {
        return "Crypto[" + tag + " " + suite + "]";
    }
}
