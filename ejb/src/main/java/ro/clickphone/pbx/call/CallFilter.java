package ro.clickphone.pbx.call;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * Which calls are asked for: those that started in a month, as a time zone counts it (manual, item 178).
 *
 * @param text found in source, name or destination; empty for all; at most 64 characters
 * @param statuses which outcomes; never empty
 */
public record CallFilter(YearMonth month, ZoneId zone, String text, Set<CallStatus> statuses) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_TEXT = 64;

    /** @throws Refusal {@code calls.month}, {@code calls.text} or {@code calls.statuses} */
    public CallFilter {
        if (month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR) {
            throw new Refusal("calls.month", "month", FIRST_YEAR, LAST_YEAR);
        }
        text = text.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal("calls.text", "text", LONGEST_TEXT);
        }
        if (statuses.isEmpty()) {
            throw new Refusal("calls.statuses", "status");
        }
        statuses = Set.copyOf(statuses);
    }

    /** All calls of a month. */
    public static CallFilter of(YearMonth month, ZoneId zone) {
        return new CallFilter(month, zone, "", EnumSet.allOf(CallStatus.class));
    }

    public CallFilter withText(String wanted) {
        return new CallFilter(month, zone, wanted, statuses);
    }

    public CallFilter withStatus(CallStatus wanted) {
        return new CallFilter(month, zone, text, Set.of(wanted));
    }

    Instant from() {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** Exclusive. */
    Instant until() {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    boolean isSearch() {
        return !text.isEmpty();
    }

    boolean isOfSomeStatuses() {
        return !statuses.containsAll(EnumSet.allOf(CallStatus.class));
    }

    /** For LIKE with {@code !} as its escape. */
    String pattern() {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
