package ro.clickphone.pbx.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * Included minutes end with the month (manual, item 23): who has some left hears of it three days before, once; later in
 * those days, when the exchange was down on the first of them.
 */
@ApplicationScoped
public class ExpiringMinutes {
    private static final Logger LOG = Logger.getLogger(ExpiringMinutes.class.getName());
    private static final int DAYS_BEFORE = 3;
    private static final int AT_ONCE = 200;

    @Inject
    private IncludedMinutes minutes;

    /** Each day. */
    public void run(Instant moment) {
        LocalDate today = Months.day(moment);
        YearMonth month = YearMonth.from(today);
        if (today.isBefore(month.atEndOfMonth().minusDays(DAYS_BEFORE))) {
            return;
        }
        AccountId after = new AccountId(1);
        for (var page = minutes.holders(month, after, AT_ONCE);
                !page.isEmpty();
                page = minutes.holders(month, after, AT_ONCE)) {
            page.forEach(account -> warn(account, moment));
            after = page.get(page.size() - 1);
        }
    }

    private void warn(AccountId account, Instant moment) {
        try {
            minutes.warn(account, moment);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "account " + account + " was not told of its minutes", e);
        }
    }
}
