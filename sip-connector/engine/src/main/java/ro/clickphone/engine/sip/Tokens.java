package ro.clickphone.engine.sip;

import java.security.SecureRandom;

/** Names that nobody can guess: tags, branches, Call-IDs. */
final class Tokens {
    static final String MAGIC_COOKIE = "z9hG4bK";

    private static final char[] LETTERS =
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_".toCharArray();
    private static final ThreadLocal<SecureRandom> RANDOM = ThreadLocal.withInitial(SecureRandom::new);

    private Tokens() {}

    static String tag() {
        return random(12);
    }

    static String branch() {
        return MAGIC_COOKIE + random(16);
    }

    static String callId() {
        return random(22);
    }

    /** Six bits a letter. */
    static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.get().nextBytes(bytes);
        char[] letters = new char[length];
        for (int i = 0; i < length; i++) {
            letters[i] = LETTERS[bytes[i] & 63];
        }
        // a token may begin with a dash, but some phones do not know
        letters[0] = letters[0] == '-' || letters[0] == '_' ? 'x' : letters[0];
        return new String(letters);
    }
}
