package ro.clickphone.pbx.kernel;

import java.security.SecureRandom;

/** Secrets that people must be able to type: without the letters and figures that are mistaken for each other. */
public final class RandomText {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** @param length each character is worth 5.8 bits: 20 make 116 bits, 45 make 262 */
    public static String of(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** For telephones. */
    public static String digits(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(RANDOM.nextInt(10));
        }
        return text.toString();
    }
}
