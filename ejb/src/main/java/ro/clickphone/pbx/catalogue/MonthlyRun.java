package ro.clickphone.pbx.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * The fees of a month, batch by batch: each batch is a transaction, so that a run that is killed has done whole batches,
 * and the next one goes on with what is left. Two runs at once share the work, each fee is taken once.
 */
@ApplicationScoped
public class MonthlyRun {
    private static final Logger LOG = Logger.getLogger(MonthlyRun.class.getName());
    private static final int BATCH = 200;
    private static final int DEBTORS = 200;

    @Inject
    private FeeDesk fees;

    @Inject
    private RunBoard board;

    /**
     * The month in which that moment lies, as far as subscriptions still wait for it. Months before it that no run ended,
     * since the server was down on the 1st or for all of them, come first.
     */
    public void run(Instant moment) {
        YearMonth now = Months.month(moment);
        for (YearMonth month = board.firstUnfinished(now); !month.isAfter(now); month = month.plusMonths(1)) {
            run(month);
        }
    }

    private void run(YearMonth month) {
        long waiting = fees.waiting(month);
        if (waiting == 0 && board.isDone(month) || !board.begin(month, waiting)) {
            return;
        }
        LOG.info(() -> "the fees of " + month + ": " + waiting + " subscriptions");
        Optional<FeeDesk.Cursor> place = Optional.empty();
        do {
            place = step(month, place);
        } while (place.isPresent() && board.goesOn(month));
        board.end(month, fees.waiting(month));
        LOG.info(() -> "the fees of " + month + ": " + board.progress(month));
    }

    /** What is owed is tried again, what has been owed too long is suspended. */
    public void remind() {
        AccountId after = new AccountId(1);
        for (var page = fees.debtors(after, DEBTORS); !page.isEmpty(); page = fees.debtors(after, DEBTORS)) {
            page.forEach(this::remind);
            after = page.get(page.size() - 1);
        }
    }

    private Optional<FeeDesk.Cursor> step(YearMonth month, Optional<FeeDesk.Cursor> place) {
        try {
            FeeDesk.Batch batch = fees.batch(month, place, BATCH);
            board.count(month, batch.done(), batch.pastDue());
            return batch.last();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a batch of fees failed; its subscriptions one by one", e);
            return oneByOne(month, place);
        }
    }

    /** One subscription that cannot be charged holds up nobody else. */
    private Optional<FeeDesk.Cursor> oneByOne(YearMonth month, Optional<FeeDesk.Cursor> place) {
        Optional<FeeDesk.Cursor> last = place;
        for (FeeDesk.Cursor which : fees.next(month, place, BATCH)) {
            try {
                fees.one(which, month);
                board.count(month, 1, 0);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "the fee of " + which + " for " + month + " was not taken", e);
            }
            last = Optional.of(which);
        }
        return last.equals(place) ? Optional.empty() : last;
    }

    private void remind(AccountId account) {
        try {
            fees.remind(account);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "what account " + account + " owes was not looked at", e);
        }
    }
}
