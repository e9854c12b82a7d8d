package ro.clickphone.pbx.fraud;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import ro.clickphone.pbx.kernel.Money;

/** At how much of the daily limit somebody is told. */
enum LimitMark {
    HALF(50),
    MOST(80),
    ALL(100);

    private static final int WHOLE = 100;

    private final int percent;

    LimitMark(int percent) {
        this.percent = percent;
    }

    int percent() {
        return percent;
    }

    /** The highest one that this spending has passed. */
    static Optional<LimitMark> passed(Money spent, Money limit) {
        return Arrays.stream(values())
                .filter(mark -> spent.isPositive()
                        && spent.micros() >= Math.multiplyExact(limit.micros(), mark.percent) / WHOLE)
                .max(Comparator.naturalOrder());
    }
}
