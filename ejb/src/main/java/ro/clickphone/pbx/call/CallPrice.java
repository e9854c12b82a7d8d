package ro.clickphone.pbx.call;

import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.Money;

/**
 * What a call cost its account.
 *
 * @param amount to four decimals
 * @param destination as the price list names it; empty for a call that is not paid
 * @param includedSeconds out of the minutes of a package
 * @param arithmetic how the amount came about
 */
public record CallPrice(Money amount, String destination, long includedSeconds, String arithmetic)
        implements Serializable {
    public static final CallPrice NONE = new CallPrice(Money.ZERO, "", 0, "");

    public CallPrice {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(arithmetic, "arithmetic");
    }
}
