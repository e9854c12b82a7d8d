package ro.clickphone.pbx.ledger;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import ro.clickphone.pbx.kernel.Money;

/**
 * The daily limit under which a reservation is made: what the day's traffic has cost, what is set aside for it, and the
 * new amount stay within it together. Parallel calls share it because they are compared under the wallet's lock.
 *
 * @param day the local day that it counts for
 * @param limit empty for none
 */
public record SpendCap(LocalDate day, Optional<Money> limit) {
    public SpendCap {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(limit, "limit");
    }

    public static SpendCap none(LocalDate day) {
        return new SpendCap(day, Optional.empty());
    }

    /** How much more fits; all of {@code wanted} where there is no limit. */
    Money room(DailySpend spent, Money wanted) {
        return limit.map(most -> Money.least(wanted, most.minus(spent.total()))).orElse(wanted);
    }
}
