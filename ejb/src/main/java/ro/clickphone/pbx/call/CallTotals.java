package ro.clickphone.pbx.call;

import java.time.Duration;

/** The foot of a report. */
public record CallTotals(long taken, long lost, Duration talk) {
    public long calls() {
        return taken + lost;
    }
}
