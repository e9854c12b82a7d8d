package ro.clickphone.pbx.schedule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A date that differs from its week: closed, or open at other hours.
 *
 * @param name why, for whoever reads the list; may be empty
 * @param intervals none is closed all day; each begins on that date, and may end on the next
 */
public record SpecialDay(LocalDate date, String name, List<OpenInterval> intervals) implements Serializable {
    public static final int LONGEST_NAME = 60;
    public static final int MOST_INTERVALS = 6;

    public SpecialDay {
        Objects.requireNonNull(date, "date");
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(name.length() + " characters, at most " + LONGEST_NAME);
        }
        if (intervals.size() > MOST_INTERVALS) {
            throw new IllegalArgumentException(intervals.size() + " intervals, at most " + MOST_INTERVALS);
        }
        for (OpenInterval interval : intervals) {
            if (interval.day() != date.getDayOfWeek()) {
                throw new IllegalArgumentException(interval.day() + " is no day of " + date);
            }
        }
        intervals = intervals.stream()
                .sorted(Comparator.comparing(OpenInterval::from))
                .toList();
    }

    public static SpecialDay closed(LocalDate date, String name) {
        return new SpecialDay(date, name, List.of());
    }

    public boolean isClosed() {
        return intervals.isEmpty();
    }
}
