package ro.clickphone.pbx.schedule;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One line of the schedule (manual, items 87 and 88): {@code 09:00–17:59} is open until 18:00:00. A last minute that
 * lies before the first one belongs to the next day: {@code 22:00–05:59} of Friday ends on Saturday at 06:00:00.
 *
 * @param day the day on which the interval begins
 * @param from first open minute
 * @param lastMinute last open minute, inclusive
 */
public record OpenInterval(DayOfWeek day, LocalTime from, LocalTime lastMinute) implements Serializable {
    public OpenInterval {
        Objects.requireNonNull(day, "day");
        from = from.truncatedTo(ChronoUnit.MINUTES);
        lastMinute = lastMinute.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Whether the interval that begins on that date is running. */
    boolean runs(LocalDate date, LocalDateTime local) {
        LocalDateTime begins = date.atTime(from);
        return !local.isBefore(begins) && local.isBefore(endAfter(date));
    }

    /** The first moment after the interval that begins on that date. */
    LocalDateTime endAfter(LocalDate date) {
        LocalDate last = overMidnight() ? date.plusDays(1) : date;
        return last.atTime(lastMinute).plusMinutes(1);
    }

    private boolean overMidnight() {
        return lastMinute.isBefore(from);
    }
}
