package ro.clickphone.pbx.charging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.ledger.Reservation;
import ro.clickphone.pbx.ledger.ReservationService;

/** Money that was set aside for calls whose end nobody told goes back to its owners. */
@ApplicationScoped
public class ForgottenCalls {
    private static final Logger LOG = Logger.getLogger(ForgottenCalls.class.getName());
    private static final int AT_ONCE = 200;

    @Inject
    private ReservationService reservations;

    @Inject
    private ChargingService charging;

    @Inject
    private Clock clock;

    /** @return how many there were */
    public int sweep() {
        List<Reservation> overdue = reservations.overdue(clock.instant(), AT_ONCE);
        overdue.forEach(this::forget);
        return overdue.size();
    }

    private void forget(Reservation reservation) {
        try {
            charging.forget(reservation.account(), reservation.id());
            LOG.warning(() -> "nobody told the end of " + reservation.id() + " of account " + reservation.account()
                    + "; " + reservation.held().fourDecimals() + " € given back");
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "what was set aside for " + reservation.id() + " could not be given back", e);
        }
    }
}
