package ro.clickphone.pbx.ledger;

import java.util.Objects;
import ro.clickphone.pbx.kernel.Money;

/**
 * The traffic of one local day; fees are not in it (manual, item 171).
 *
 * @param charged ended calls and sent messages
 * @param reserved set aside for calls in progress
 */
public record DailySpend(Money charged, Money reserved) {
    public static final DailySpend NOTHING = new DailySpend(Money.ZERO, Money.ZERO);

    public DailySpend {
        Objects.requireNonNull(charged, "charged");
        Objects.requireNonNull(reserved, "reserved");
    }

    public Money total() {
        return charged.plus(reserved);
    }
}
