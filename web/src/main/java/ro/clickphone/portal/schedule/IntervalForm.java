package ro.clickphone.portal.schedule;

import java.io.Serializable;
import java.time.LocalTime;

/** From a minute to the last open minute, inclusive (manual, item 88). */
public class IntervalForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private LocalTime from;
    private LocalTime last;

    IntervalForm(LocalTime from, LocalTime last) {
        this.from = from;
        this.last = last;
    }

    public LocalTime getFrom() {
        return from;
    }

    public void setFrom(LocalTime from) {
        this.from = from;
    }

    public LocalTime getLast() {
        return last;
    }

    public void setLast(LocalTime last) {
        this.last = last;
    }

    /** {@code 22:00} to {@code 05:59}: the end is on the next day. */
    public boolean isOverMidnight() {
        return from != null && last != null && last.isBefore(from);
    }
}
