package ro.clickphone.pbx.ledger;

import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.Money;

/**
 * What a customer has.
 *
 * @param available can be spent now
 * @param reserved set aside for calls in progress
 */
public record Balance(Money available, Money reserved) implements Serializable {
    public static final Balance NOTHING = new Balance(Money.ZERO, Money.ZERO);

    public Balance {
        Objects.requireNonNull(available, "available");
        Objects.requireNonNull(reserved, "reserved");
    }

    public Money total() {
        return available.plus(reserved);
    }
}
