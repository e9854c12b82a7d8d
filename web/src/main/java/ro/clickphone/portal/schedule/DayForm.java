package ro.clickphone.portal.schedule;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ro.clickphone.pbx.schedule.OpenInterval;

/** A day of the grid: ticked or not, with its intervals (manual, item 87). */
public class DayForm implements Serializable {
    private static final long serialVersionUID = 1L;
    /** More than anybody opens in a day, fewer than the service allows in a week. */
    private static final int MOST_INTERVALS = 6;

    private static final LocalTime USUAL_FROM = LocalTime.of(9, 0);
    private static final LocalTime USUAL_LAST = LocalTime.of(17, 59);

    private final DayOfWeek day;
    private final List<IntervalForm> intervals = new ArrayList<>();
    private boolean open;

    DayForm(DayOfWeek day, List<OpenInterval> stored) {
        this.day = day;
        stored.forEach(interval -> intervals.add(new IntervalForm(interval.from(), interval.lastMinute())));
        open = !intervals.isEmpty();
        if (!open) {
            intervals.add(new IntervalForm(USUAL_FROM, USUAL_LAST));
        }
    }

    /** What a day of the schedule says; nothing when it is not ticked. */
    Stream<OpenInterval> stored() {
        return open
                ? intervals.stream().map(interval -> new OpenInterval(day, interval.getFrom(), interval.getLast()))
                : Stream.empty();
    }

    public void addInterval() {
        if (intervals.size() < MOST_INTERVALS) {
            intervals.add(new IntervalForm(USUAL_FROM, USUAL_LAST));
        }
    }

    public void removeInterval(IntervalForm interval) {
        if (intervals.size() > 1) {
            intervals.remove(interval);
        }
    }

    public DayOfWeek getDay() {
        return day;
    }

    public boolean isOpen() {
        return open;
    }

    public void setOpen(boolean open) {
        this.open = open;
    }

    public List<IntervalForm> getIntervals() {
        return intervals;
    }

    public boolean isSeveral() {
        return intervals.size() > 1;
    }
}
