package ro.clickphone.pbx.kernel;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An internal number of an account, {@code 101} (manual, items 58 and 80).
 *
 * @param value from 100 to 9999
 */
public record ExtensionNumber(int value) implements Serializable, Comparable<ExtensionNumber> {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{2,3}");
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
        return FORM.matcher(digits).matches()
                ? Optional.of(new ExtensionNumber(Integer.parseInt(digits)))
                : Optional.empty();
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
