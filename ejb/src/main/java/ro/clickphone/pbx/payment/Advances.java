package ro.clickphone.pbx.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.invoice.AdvanceBook;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.tax.TaxTables;

/** The month that has ended, customer by customer: who cannot be invoiced holds up nobody else and is tried again. */
@ApplicationScoped
public class Advances {
    private static final Logger LOG = Logger.getLogger(Advances.class.getName());
    private static final int BATCH = 200;

    @Inject
    private AdvanceBook book;

    @Inject
    private AdvanceDesk desk;

    /** May be told twice, and each night: the law leaves time until the 15th (Cod fiscal, art. 319). */
    public void run(Instant moment) {
        YearMonth month = YearMonth.from(moment.atZone(TaxTables.BUCHAREST)).minusMonths(1);
        LocalDate last = month.atEndOfMonth();
        AccountId after = new AccountId(1);
        for (List<AccountId> page = book.accounts(last, after, BATCH);
                !page.isEmpty();
                page = book.accounts(last, after, BATCH)) {
            page.forEach(account -> close(account, month));
            after = page.get(page.size() - 1);
        }
    }

    private void close(AccountId account, YearMonth month) {
        try {
            desk.close(account, month);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the services of account " + account + " in " + month + " were not invoiced", e);
        }
    }
}
