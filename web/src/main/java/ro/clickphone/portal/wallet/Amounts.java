package ro.clickphone.portal.wallet;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import ro.clickphone.pbx.kernel.Money;

/** Money as the reader's language writes it: {@code 6,48 €} in Romanian, {@code €6.48} in English (manual, trap 4). */
public final class Amounts {
    private static final int CENTS = 2;
    private static final int OF_A_CALL = 4;

    private Amounts() {}

    /** Two decimals, as on the wallet's rows. */
    public static String cents(Money amount, Locale locale) {
        return written(amount, CENTS, locale);
    }

    /** Four decimals, as the prices of calls. */
    public static String fourDecimals(Money amount, Locale locale) {
        return written(amount, OF_A_CALL, locale);
    }

    private static String written(Money amount, int decimals, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String digits = format.format(amount.toEuro());
        return locale.getLanguage().equals("en")
                ? (amount.isNegative() ? "-€" + digits.substring(1) : "€" + digits)
                : digits + " €";
    }
}
