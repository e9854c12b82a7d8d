package ro.clickphone.portal.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments and durations are shown. */
public final class Moments {
    private static final String ROMANIAN = "dd.MM.yyyy HH:mm:ss";
    private static final String ENGLISH = "d MMM yyyy, HH:mm:ss";

    private Moments() {}

    /** {@code 03.03.2016 13:21:16}; in English {@code 3 Mar 2016, 13:21:16}. */
    public static String moment(Instant moment, ZoneId zone, Locale locale) {
        String pattern = locale.getLanguage().equals("ro") ? ROMANIAN : ENGLISH;
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment.atZone(zone));
    }

    /** {@code 03.03.2016}; in English {@code 3 Mar 2016}. */
    public static String date(LocalDate day, Locale locale) {
        String pattern = locale.getLanguage().equals("ro") ? "dd.MM.yyyy" : "d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    /** Hours, minutes, seconds: {@code 00:01:04}; a part of a second is dropped. Hours go on past 24. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
