package ro.clickphone.pbx.catalogue;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * What a customer has bought.
 *
 * @param next what it becomes on the 1st of next month
 * @param lastMonth when it ends; empty while it goes on
 * @param pastDueSince the day on which a fee was not covered; empty while all is paid
 * @param detail the number, of an additional number; else empty
 */
public record Subscription(
        AccountId account,
        OrderId id,
        Product product,
        Optional<Product> next,
        State state,
        Instant boughtAt,
        Optional<YearMonth> lastMonth,
        Optional<LocalDate> pastDueSince,
        String detail)
        implements Serializable {
    /** How it stands. */
    public enum State {
        ACTIVE,
        /** A fee is owed; days of grace run. */
        PAST_DUE,
        /** The days of grace are over. */
        SUSPENDED,
        ENDED
    }
}
