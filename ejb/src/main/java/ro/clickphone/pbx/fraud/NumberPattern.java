package ro.clickphone.pbx.fraud;

import java.util.Objects;
import java.util.Optional;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberPlan;

/**
 * A number, or the beginning of numbers.
 *
 * @param text {@code +40723456789}, {@code +4072*}, {@code 1958}
 */
public record NumberPattern(String text) {
    private static final String ROMANIA = "+40";

    public NumberPattern {
        Objects.requireNonNull(text, "text");
        if (!text.matches("\\+?[0-9]{1,15}\\*?")) {
            throw new IllegalArgumentException("no number: " + text);
        }
    }

    /**
     * As a person writes it: {@code 0723 456 789}, {@code 00373*}.
     *
     * @throws Refusal {@code fraud.number} when it is none, {@code fraud.number.emergency} for 112 and 116xxx
     */
    public static NumberPattern parse(String written) {
        String digits = written.replaceAll("[\\s().-]", "");
        if (digits.endsWith("*")) {
            return beginning(digits.substring(0, digits.length() - 1));
        }
        Dialled dialled = NumberPlan.classify(digits);
        if (dialled instanceof Dialled.Emergency) {
            throw new Refusal("fraud.number.emergency", "number");
        }
        if (dialled instanceof Dialled.PublicNumber number) {
            return new NumberPattern(number.number().value());
        }
        if (dialled instanceof Dialled.ShortNumber number) {
            return new NumberPattern(number.number());
        }
        throw new Refusal("fraud.number", "number");
    }

    private static NumberPattern beginning(String digits) {
        if (digits.matches("00[1-9][0-9]{0,12}")) {
            return new NumberPattern("+" + digits.substring(2) + "*");
        }
        if (digits.matches("0[1-9][0-9]{0,9}")) {
            return new NumberPattern(ROMANIA + digits.substring(1) + "*");
        }
        if (digits.matches("\\+[1-9][0-9]{0,12}")) {
            return new NumberPattern(digits + "*");
        }
        throw new Refusal("fraud.number", "number");
    }

    /** How many digits match; empty when the number is another one. */
    Optional<Integer> match(String number) {
        if (text.endsWith("*")) {
            String beginning = text.substring(0, text.length() - 1);
            return number.startsWith(beginning) ? Optional.of(beginning.length()) : Optional.empty();
        }
        // a whole number says more than any beginning of it
        return number.equals(text) ? Optional.of(text.length() + 1) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
