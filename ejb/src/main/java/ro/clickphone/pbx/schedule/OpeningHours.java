package ro.clickphone.pbx.schedule;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * The working hours of a week. Without any interval the exchange takes no account of hours: it is always open (manual,
 * item 86). Judged by the wall clock of the customer's time zone, so a working day begins at nine in summer and winter.
 *
 * @param intervals at most {@link #MOST_INTERVALS}, kept in the order of the week
 */
public record OpeningHours(List<OpenInterval> intervals) implements Serializable {
    public static final int MOST_INTERVALS = 70;
    public static final OpeningHours ALWAYS_OPEN = new OpeningHours(List.of());

    public OpeningHours {
        if (intervals.size() > MOST_INTERVALS) {
            throw new IllegalArgumentException(
                    intervals.size() + " intervals, at most " + MOST_INTERVALS + " were expected");
        }
        intervals = intervals.stream()
                .sorted(Comparator.comparing(OpenInterval::day).thenComparing(OpenInterval::from))
                .toList();
    }

    public boolean alwaysOpen() {
        return intervals.isEmpty();
    }

    public boolean openAt(Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return alwaysOpen() || intervals.stream().anyMatch(interval -> interval.contains(local));
    }
}
