package ro.clickphone.engine.call;

/** Words of strangers, made fit for a line of the log: one line, no control characters, not endless. */
public final class Text {
    private static final int LONGEST = 200;

    private Text() {}

    public static String line(String words) {
        String shortened = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
        StringBuilder line = new StringBuilder(shortened.length());
        shortened.codePoints().forEach(c -> line.appendCodePoint(isPlain(c) ? c : '?'));
        return line.toString();
    }

    /** No control, format (bidirectional marks and the like), separator, private or lone surrogate characters. */
    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED;
    }
}
