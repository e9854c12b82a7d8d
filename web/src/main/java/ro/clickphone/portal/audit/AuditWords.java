package ro.clickphone.portal.audit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.clickphone.portal.format.Moments;

/** The values of the audit log are written for programs and for five years; here they become words of today's language. */
final class AuditWords {
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d[:.\\d]*Z");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final Map<String, DayOfWeek> DAYS =
            Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(DayOfWeek::name, Function.identity()));

    private AuditWords() {}

    static String of(String written, ResourceBundle texts, Locale locale, ZoneId zone) {
        String dated = MOMENT.matcher(written)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Moments.moment(Instant.parse(found.group()), zone, locale)));
        return NAME.matcher(dated).replaceAll(found -> Matcher.quoteReplacement(word(found.group(), texts, locale)));
    }

    private static String word(String name, ResourceBundle texts, Locale locale) {
        if (DAYS.containsKey(name)) {
            return DAYS.get(name).getDisplayName(TextStyle.SHORT, locale);
        }
        return Stream.of("audit.value.", "queue.strategy.")
                .map(kind -> kind + name)
                .filter(texts::containsKey)
                .findFirst()
                .map(texts::getString)
                .orElse(name);
    }
}
