package ro.clickphone.pbx.catalogue;

import java.io.Serializable;
import java.time.LocalDate;
import ro.clickphone.pbx.kernel.Money;

/**
 * An amount and how it came about. Pure.
 *
 * @param arithmetic {@code 7.00 × 26/31 = 5.87}
 */
public record Fee(Money amount, String arithmetic) implements Serializable {
    static Fee ofMonth(Money price) {
        return new Fee(price, price.cents());
    }

    /**
     * The rest of a month: full days after today, of all days of the month (features, A9.2). On the last day nothing is
     * left, and the fee is zero.
     */
    static Fee ofRest(Money price, LocalDate today) {
        int days = today.lengthOfMonth();
        int rest = days - today.getDayOfMonth();
        Money amount = price.fraction(rest, days);
        return new Fee(amount, price.cents() + " × " + rest + "/" + days + " = " + amount.cents());
    }

    /** Included minutes of a first month, by the same fraction, whole ones. */
    static int minutesOfRest(int minutes, LocalDate today) {
        int days = today.lengthOfMonth();
        return minutes * (days - today.getDayOfMonth()) / days;
    }
}
