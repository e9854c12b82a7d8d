package ro.clickphone.pbx.rating;

import java.util.Optional;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberPlan;

/** Numbers as the index knows them: digits of E.164. */
final class Digits {
    private static final String ROMANIA = "40";
    private static final int LONGEST = 40;

    private Digits() {}

    /** @param number E.164 with its plus sign, or a short number of Romania */
    static String of(String number) {
        return number.startsWith("+") ? number.substring(1) : ROMANIA + number;
    }

    /** A whole number, or the beginning of one; empty when it is neither. */
    static Optional<String> typed(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Dialled dialled = NumberPlan.classify(text);
        if (dialled instanceof Dialled.PublicNumber known) {
            return Optional.of(of(known.number().value()));
        } else if (dialled instanceof Dialled.ShortNumber known) {
            return Optional.of(of(known.number()));
        }
        String digits = text.replaceAll("[\\s().-]", "");
        if (!digits.matches("\\+?[0-9]{1,18}")) {
            return Optional.empty();
        } else if (digits.startsWith("+")) {
            return Optional.of(digits.substring(1));
        } else if (digits.startsWith("00")) {
            return Optional.of(digits.substring(2));
        }
        return Optional.of(digits.startsWith("0") ? ROMANIA + digits.substring(1) : digits);
    }
}
