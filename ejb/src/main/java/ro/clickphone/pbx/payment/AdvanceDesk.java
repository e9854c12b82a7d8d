package ro.clickphone.pbx.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.invoice.AdvanceBook;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.invoice.OpenAdvance;
import ro.clickphone.pbx.invoice.Sale;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.tax.VatRate;

/** A customer's month where a top-up is an advance: what was rendered is invoiced and as much of the advance taken back. */
@Stateless
@Guarded(Need.FINANCE)
public class AdvanceDesk {
    private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private TaxTables tax;

    @Inject
    private AccountService accounts;

    @Inject
    private AdvanceBook advances;

    @Inject
    private InvoiceService invoices;

    @Inject
    private LedgerService ledger;

    /**
     * All of a customer's month in one transaction, once. An earlier month that was left out is in it.
     *
     * @throws ro.clickphone.pbx.kernel.Refusal as {@link InvoiceService#issue}
     */
    public void close(AccountId account, YearMonth month) {
        accounts.hold(account);
        var key = new AdvanceMonthEntity.Key(account, month);
        if (db.find(AdvanceMonthEntity.class, key) != null) {
            return;
        }
        LocalDate last = month.atEndOfMonth();
        List<OpenAdvance> open = advances.open(account, last);
        Money atEnd = ledger.totalBefore(
                account, last.plusDays(1).atStartOfDay(TaxTables.BUCHAREST).toInstant());
        VatRate rate = tax.vatRates().on(last);
        Rendered.of(open, atEnd, rate).parts().forEach(part -> regularise(account, month, part));
        db.persist(new AdvanceMonthEntity(account, month, clock.instant()));
    }

    private void regularise(AccountId account, YearMonth month, Rendered.Part part) {
        String name = month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, ROMANIAN) + " " + month.getYear();
        String advance = part.advance().printed();
        Invoice note = invoices.takeBack(
                account,
                part.advance().number(),
                part.takenBack().gross(),
                "regularizarea avansului, servicii prestate în " + name);
        Invoice services = invoices.issue(
                account,
                new Sale(
                        DocumentKind.SERVICES,
                        "Servicii de telefonie prestate în " + name,
                        part.services(),
                        month.atEndOfMonth(),
                        PaidBy.ADVANCE,
                        "Avans facturat cu %s, stornat cu %s.".formatted(advance, note.printed()),
                        Optional.of(part.advance().rate())));
        payVat(account, month, part, services);
    }

    /** Another VAT than that of the advance is the customer's, as far as there is credit; what is missing is ours. */
    private void payVat(AccountId account, YearMonth month, Rendered.Part part, Invoice services) {
        BigDecimal credit = ledger.balance(account).available().toEuro().setScale(2, RoundingMode.DOWN);
        BigDecimal difference = part.vatDifference().min(credit.max(BigDecimal.ZERO));
        if (difference.signum() == 0) {
            return;
        }
        Wording wording = Wording.of("ledger.vatDifference", services.printed())
                .explained("%s − %s = %s"
                        .formatted(
                                part.services().net(),
                                part.takenBack().net(),
                                part.vatDifference().negate()));
        ledger.correct(
                account,
                new TransferId("vat:" + month + ":" + part.advance().number()),
                Money.ofEuro(difference.negate()),
                wording);
    }
}
