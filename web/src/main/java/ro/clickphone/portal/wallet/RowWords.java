package ro.clickphone.portal.wallet;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import ro.clickphone.pbx.ledger.Wording;

/** A ledger row's text in the reader's language: dates as {@code 5.10.2015}, months by name (features, A9.1). */
public final class RowWords {
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d.MM", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.MM.yyyy", Locale.ROOT);

    private RowWords() {}

    public static String of(Wording wording, ResourceBundle texts) {
        if (!texts.containsKey(wording.key())) {
            return wording.key();
        }
        Object[] words = wording.arguments().stream()
                .map(argument -> word(argument, texts.getLocale()))
                .toArray();
        return new MessageFormat(texts.getString(wording.key()), texts.getLocale()).format(words);
    }

    private static String word(String argument, Locale locale) {
        if (argument.matches("--[0-9]{2}-[0-9]{2}")) {
            return DAY_OF_YEAR.format(MonthDay.parse(argument));
        }
        if (argument.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return DAY.format(LocalDate.parse(argument));
        }
        if (argument.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            String name = YearMonth.parse(argument).getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale);
            return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
        }
        return argument;
    }
}
