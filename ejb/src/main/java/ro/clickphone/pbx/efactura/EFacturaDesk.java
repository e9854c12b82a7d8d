package ro.clickphone.pbx.efactura;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.invoice.InvoiceDesk;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.invoice.Reported;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.tax.WorkingDays;

/** What finance sees and decides of RO e-Factura. */
@Stateless
@Guarded(Need.FINANCE)
public class EFacturaDesk {
    private static final List<SendState> UNDELIVERED =
            List.of(SendState.WAITING, SendState.SENDING, SendState.UNSURE, SendState.REFUSED, SendState.STUCK);
    private static final int LOOKED_BACK = 14;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private TaxTables tax;

    @Inject
    private InvoiceDesk invoices;

    @Inject
    private InvoiceService customers;

    @Inject
    private Audit audit;

    @Inject
    private Outbox outbox;

    /** Documents in these states, the oldest first: those are the urgent ones. */
    public Page<Sending> list(Set<SendState> states, PageRequest page) {
        List<Sending> items = db.createQuery(
                        "SELECT s FROM SendingEntity s WHERE s.state IN :states ORDER BY s.number", SendingEntity.class)
                .setParameter("states", states)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(SendingEntity::asSending)
                .toList();
        long total = db.createQuery("SELECT COUNT(s) FROM SendingEntity s WHERE s.state IN :states", Long.class)
                .setParameter("states", states)
                .getSingleResult();
        return new Page<>(items, total);
    }

    /** How many documents are in each state; a state that no document is in is left out. */
    public Map<SendState, Long> counts() {
        Map<SendState, Long> counts = new EnumMap<>(SendState.class);
        db.createQuery("SELECT s.state, COUNT(s) FROM SendingEntity s GROUP BY s.state", Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((SendState) row[0], (Long) row[1]));
        return counts;
    }

    /** Documents whose deadline is today, tomorrow or past, and which the tax office does not have. */
    public long urgent() {
        return db.createQuery(
                        "SELECT COUNT(s) FROM SendingEntity s WHERE s.state IN :states AND s.issuedOn <= :latest",
                        Long.class)
                .setParameter("states", UNDELIVERED)
                .setParameter("latest", latestUrgent(tax.today()))
                .getSingleResult();
    }

    /** The last day of issue whose documents must be there by tomorrow. */
    private static LocalDate latestUrgent(LocalDate today) {
        LocalDate day = today;
        for (int back = 0; back < LOOKED_BACK; back++) {
            if (!WorkingDays.after(day, Sending.WORKING_DAYS).isAfter(today.plusDays(1))) {
                return day;
            }
            day = day.minusDays(1);
        }
        return day;
    }

    /** Tells the operator once a day while documents are about to be late. */
    public void watchDeadlines() {
        long urgent = urgent();
        if (urgent > 0) {
            outbox.postToOperator(
                    "efactura.deadline", new Pace.Once(tax.today().toString(), Duration.ofDays(1)), urgent);
        }
    }

    /**
     * What the tax office sealed: for a company, the invoice itself.
     *
     * @throws NotFound {@code invoice.unknown} when it is another customer's, or the tax office has not answered it
     */
    @Guarded(Need.READ_MONEY)
    public byte[] sealed(AccountId account, InvoiceNumber number) {
        customers.find(account, number);
        return Optional.ofNullable(db.find(SealEntity.class, number.value()))
                .orElseThrow(() -> new NotFound("invoice.unknown", number.value()))
                .zip();
    }

    /**
     * Sends a document once more that the tax office refused or would not take.
     *
     * @throws NotFound {@code invoice.unknown}
     * @throws Refusal {@code efactura.underway} while it is on its way or accepted
     */
    public void again(InvoiceNumber number) {
        SendingEntity sending = Optional.ofNullable(
                        db.find(SendingEntity.class, number.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new NotFound("invoice.unknown", number.value()));
        Sending known = sending.asSending();
        if (known.state() != SendState.REFUSED && known.state() != SendState.STUCK) {
            throw new Refusal("efactura.underway", "", known.printed());
        }
        sending.again(clock.instant());
        invoices.become(number, Reported.WAITING);
        audit.record(new Act("efactura.again", known.printed(), known.state().name(), ""));
    }
}
