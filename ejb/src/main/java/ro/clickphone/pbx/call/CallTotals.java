package ro.clickphone.pbx.call;

import java.time.Duration;
import ro.clickphone.pbx.kernel.Money;

/** The foot of a report. */
public record CallTotals(long taken, long lost, Duration talk, Money price) {
    public long calls() {
        return taken + lost;
    }
}
