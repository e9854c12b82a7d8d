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
        int end = headLength(message);
        String[] raw = new String(message, 0, end, StandardCharsets.UTF_8).split("\r?\n");
        List<String> joined = new ArrayList<>();
        for (String line : raw) {
            boolean folds = !joined.isEmpty() && !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (folds && joined.size() > 1) {
                joined.set(joined.size() - 1, joined.get(joined.size() - 1) + ' ' + line.trim());
            } else if (joined.size() > MOST_LINES) {
                break;
            } else {
                joined.add(line);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (String line : joined.subList(Math.min(1, joined.size()), joined.size())) {
            lines.add(new Line(nameOf(line), line));
        }
        return new RawHead(joined.isEmpty() ? "" : joined.get(0), lines);
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
        return lines.stream().filter(line -> line.name().equals(name)).toList();
    }
}
