package ro.clickphone.pbx.ledger;

import java.time.Instant;
import java.time.LocalDate;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;

/**
 * Money set aside for something that goes on.
 *
 * @param held set aside now; zero unless OPEN
 * @param charged the price, once posted
 * @param spentOn the local day whose limit it counts for: the day on which it began
 * @param expiresAt when nobody has renewed it until then, whoever opened it has forgotten it
 */
public record Reservation(
        AccountId account,
        ReservationId id,
        State state,
        Money held,
        Money charged,
        LocalDate spentOn,
        Instant openedAt,
        Instant expiresAt) {
    /** How far it came. */
    public enum State {
        OPEN,
        POSTED,
        /** Given back whole: void or expired. */
        RELEASED
    }
}
