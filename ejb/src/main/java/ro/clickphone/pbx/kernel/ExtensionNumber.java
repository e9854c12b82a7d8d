package ro.clickphone.pbx.kernel;

import java.io.Serializable;
import java.util.Optional;

/**
 * An internal number of an account, {@code 101} (manual, items 58 and 80).
 *
 * @param value from 100 to 9999
 */
public record ExtensionNumber(int value) implements Serializable, Comparable<ExtensionNumber> {
    public static final int LOWEST = 100;
    public static final int HIGHEST = 9999;

    public ExtensionNumber {
        if (value < LOWEST || value > HIGHEST) {
            throw new IllegalArgumentException(
                    "extension is " + value + ", expected from " + LOWEST + " to " + HIGHEST);
        }
    }

    /** The extension that these dialled digits would be; empty when no extension can have such a number. */
    public static Optional<ExtensionNumber> parse(String digits) {
        if (digits.length() < 3 || digits.length() > 4 || digits.charAt(0) == '0') {
            return Optional.empty();
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') {
                return Optional.empty();
            }
            value = 10 * value + digit - '0';
        }
        return Optional.of(new ExtensionNumber(value));
    }

    @Override
    public int compareTo(ExtensionNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
