package ro.clickphone.portal.format;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Amounts with VAT, in euro and in lei: {@code 24,20 €}, {@code 123,11 lei}; in English {@code €24.20}, {@code RON 123.11}. */
public final class Prices {
    private Prices() {}

    public static String euro(BigDecimal amount, Locale locale) {
        String digits = digits(amount.abs(), locale);
        String sign = amount.signum() < 0 ? "-" : "";
        return locale.getLanguage().equals("en") ? sign + "€" + digits : sign + digits + " €";
    }

    public static String lei(BigDecimal amount, Locale locale) {
        String digits = digits(amount.abs(), locale);
        String sign = amount.signum() < 0 ? "-" : "";
        return locale.getLanguage().equals("en") ? sign + "RON " + digits : sign + digits + " lei";
    }

    /** With so many decimals, as the language writes them. */
    public static String number(BigDecimal amount, int decimals, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(amount);
    }

    private static String digits(BigDecimal amount, Locale locale) {
        return number(amount, 2, locale);
    }
}
