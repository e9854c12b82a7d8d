package ro.clickphone.pbx.billing;

import java.io.Serializable;
import java.util.Locale;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * The tax code of a company (CUI): two to ten figures, of which the last checks the others.
 *
 * @param digits without {@code RO}
 * @param vatPayer whether it is registered for VAT, and so written with {@code RO} in front
 */
public record FiscalCode(String digits, boolean vatPayer) implements Serializable {
    private static final String WEIGHTS = "753217532";
    private static final String COUNTRY = "RO";

    /** @throws Refusal {@code billing.fiscalCode} when the check figure is another */
    public FiscalCode {
        if (!isOne(digits)) {
            throw new Refusal("billing.fiscalCode", "fiscalCode", digits);
        }
    }

    /**
     * {@code RO 14835419}, {@code ro14835419}, {@code 14835419}.
     *
     * @throws Refusal {@code billing.fiscalCode}; {@code billing.abroad} for the code of another country: such a customer's
     *     invoice would need another VAT than this exchange knows
     */
    public static FiscalCode parse(String text) {
        String code = text.replaceAll("[\\s.]", "").toUpperCase(Locale.ROOT);
        boolean vatPayer = code.startsWith(COUNTRY);
        if (!vatPayer && code.matches("[A-Z]{2}[0-9A-Z+*]{2,13}")) {
            throw new Refusal("billing.abroad", "fiscalCode", code);
        }
        return new FiscalCode(vatPayer ? code.substring(COUNTRY.length()) : code, vatPayer);
    }

    /** Whether these figures check. */
    public static boolean isOne(String digits) {
        return digits.matches("[1-9][0-9]{1,9}") && checkFigure(digits) == digits.charAt(digits.length() - 1) - '0';
    }

    private static int checkFigure(String digits) {
        int sum = 0;
        int shift = WEIGHTS.length() - (digits.length() - 1);
        for (int i = 0; i < digits.length() - 1; i++) {
            sum += (digits.charAt(i) - '0') * (WEIGHTS.charAt(i + shift) - '0');
        }
        return sum * 10 % 11 % 10;
    }

    @Override
    public String toString() {
        return vatPayer ? COUNTRY + digits : digits;
    }
}
