package ro.clickphone.pbx.security;

import java.time.Instant;

/**
 * Something that happened at a door.
 *
 * @param kind {@code WRONG_PASSWORD}, {@code SIGN_IN_FAILED} …
 * @param address where it came from
 * @param user whom it named; a stranger wrote it
 * @param detail one line in English
 */
public record SecurityLine(Instant at, String kind, String address, String user, String detail) {
    private static final int LONGEST = 200;

    public SecurityLine {
        kind = printable(kind);
        address = printable(address);
        user = printable(user);
        detail = cut(detail.replaceAll("[^\\x20-\\x7e]", "?"));
    }

    /** A stranger wrote it: neither a second line, nor something that looks like another field. */
    private static String printable(String text) {
        return cut(text.replaceAll("[^\\x21-\\x7e]", "?"));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** As it stands in the log, the address first: that is what fail2ban looks for. */
    @Override
    public String toString() {
        return kind + " address=" + address + " user=" + user + " " + detail;
    }
}
