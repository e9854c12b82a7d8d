package ro.clickphone.pbx.schedule;

import java.io.Serializable;
import java.time.DayOfWeek;
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

    boolean contains(LocalDateTime local) {
        LocalTime minute = local.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        boolean sameDay = local.getDayOfWeek() == day;
        if (!overMidnight()) {
            return sameDay && !minute.isBefore(from) && !minute.isAfter(lastMinute);
        }
        boolean dayAfter = local.getDayOfWeek() == day.plus(1);
        return (sameDay && !minute.isBefore(from)) || (dayAfter && !minute.isAfter(lastMinute));
    }

    private boolean overMidnight() {
        return lastMinute.isBefore(from);
    }
}
