package ro.clickphone.pbx.schedule;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * The working hours of a week. Without any interval the exchange takes no account of hours: it is always open (manual,
 * item 86).
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
}
