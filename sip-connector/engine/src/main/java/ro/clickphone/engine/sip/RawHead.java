package ro.clickphone.engine.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message's first line and headers as they were written: the parser forgives what a server must refuse.
 *
 * @param start the first line
 * @param lines in their order, folded ones joined, at most {@link #MOST_LINES}
 */
record RawHead(String start, List<Line> lines) {
    static final int MOST_LINES = 400;
    private static final int LONGEST = 65_536;

    /**
     * One header.
     *
     * @param name long form, lower case
     * @param text the whole line
     */
    record Line(String name, String text) {
        String value() {
            return text.substring(text.indexOf(':') + 1).trim();
        }
    }

    static RawHead of(byte[] message) {
        String text = new String(message, 0, headLength(message), StandardCharsets.UTF_8);
        List<String> joined = new ArrayList<>(16);
        int from = 0;
        while (from < text.length() && joined.size() <= MOST_LINES) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            int stop = end < 0 ? text.length() : end;
            add(text.substring(from, stop > from && text.charAt(stop - 1) == '\r' ? stop - 1 : stop), joined);
            from = next;
        }
        List<Line> lines = new ArrayList<>(joined.size());
        for (int i = 1; i < joined.size(); i++) {
            lines.add(new Line(nameOf(joined.get(i)), joined.get(i)));
        }
        return new RawHead(joined.isEmpty() ? "" : joined.get(0), lines);
    }

    /** A line that begins with a blank goes on with the one before it. */
    private static void add(String line, List<String> joined) {
        boolean folds = joined.size() > 1 && !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
        if (folds) {
            joined.set(joined.size() - 1, joined.get(joined.size() - 1) + ' ' + line.trim());
        } else {
            joined.add(line);
        }
    }

    private static int headLength(byte[] message) {
        int most = Math.min(message.length, LONGEST);
        for (int i = 0; i + 1 < most; i++) {
            if (message[i] == '\n'
                    && (message[i + 1] == '\n' || i + 2 < most && message[i + 1] == '\r' && message[i + 2] == '\n')) {
                return i;
            }
        }
        return most;
    }

    private static String nameOf(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "v" -> "via";
            case "f" -> "from";
            case "t" -> "to";
            case "i" -> "call-id";
            case "l" -> "content-length";
            case "m" -> "contact";
            default -> name;
        };
    }

    List<Line> named(String name) {
        List<Line> found = new ArrayList<>(1);
        for (Line line : lines) {
            if (line.name().equals(name)) {
                found.add(line);
            }
        }
        return found;
    }
}
