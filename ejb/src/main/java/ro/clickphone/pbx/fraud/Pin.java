package ro.clickphone.pbx.fraud;

import java.security.SecureRandom;

/**
 * A PIN as somebody typed it.
 *
 * @param digits whatever came; only six digits can be right
 */
public record Pin(String digits) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NUMBERS = 1_000_000;

    public Pin {
        digits = digits.strip();
    }

    static Pin random() {
        return new Pin("%06d".formatted(RANDOM.nextInt(NUMBERS)));
    }

    boolean isOne() {
        return digits.matches("[0-9]{6}");
    }

    /** It must not stand in a log line by accident. */
    @Override
    public String toString() {
        return "Pin[]";
    }
}
