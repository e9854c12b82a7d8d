package ro.clickphone.portal.routing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What the product's own announcements say: the table from which they were spoken. */
final class AnnouncementTexts {
    private static final String TABLE = "/ro/clickphone/portal/words.csv";
    private static final Map<String, String[]> LINES = read();

    private AnnouncementTexts() {}

    /** @return the name itself when the table does not know it */
    static String text(String name, String language) {
        String[] line = LINES.get(name);
        return line == null ? name : line["en".equals(language) ? 2 : 1];
    }

    private static Map<String, String[]> read() {
        try (BufferedReader table = new BufferedReader(
                new InputStreamReader(AnnouncementTexts.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            return table.lines()
                    .map(line -> line.split(";", 3))
                    .filter(columns -> columns.length == 3)
                    .collect(Collectors.toUnmodifiableMap(columns -> columns[0], columns -> columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
