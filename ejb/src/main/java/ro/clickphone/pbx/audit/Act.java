package ro.clickphone.pbx.audit;

/**
 * Something that was done.
 *
 * @param what the key of its words, {@code fraud.limit}
 * @param subject what it was done to, {@code 101}; empty when the key says it all
 * @param was before; empty when there was nothing. Never a password, a PIN or a key
 * @param became after; empty when there is nothing any more
 */
public record Act(String what, String subject, String was, String became) {
    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_VALUE = 2000;

    public Act {
        if (!what.matches("[a-zA-Z.]{1,64}")) {
            throw new IllegalArgumentException("no act: " + what);
        }
        subject = printable(subject, LONGEST_SUBJECT);
        was = printable(was, LONGEST_VALUE);
        became = printable(became, LONGEST_VALUE);
    }

    public static Act of(String what) {
        return new Act(what, "", "", "");
    }

    public static Act of(String what, String subject) {
        return new Act(what, subject, "", "");
    }

    private static String printable(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
