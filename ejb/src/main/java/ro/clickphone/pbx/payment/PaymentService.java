package ro.clickphone.pbx.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.billing.BillingService;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.document.Document;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.document.DocumentPdf;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.pbx.tax.VatSplit;

/** Orders of credit: a proforma with its reference, until it is paid, cancelled or expired. */
@Stateless
@Guarded(Need.CHANGE)
public class PaymentService {
    /** What every document calls it. */
    public static final String ITEM = "Credit preplătit pentru servicii de telefonie";

    /** Credit where it is an advance. */
    static final String ADVANCE = "Avans pentru servicii de telefonie (credit preplătit)";

    static final int VALID_DAYS = 15;
    static final int MOST_OPEN = 20;
    /** The same amount ordered again within it is the same order: two clicks, a page sent again. */
    static final Duration SAME_ORDER = Duration.ofSeconds(10);

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private AccountService accounts;

    @Inject
    private TaxTables tax;

    @Inject
    private BillingService billing;

    @Inject
    private SupplierDesk suppliers;

    /** What so much credit costs today. @throws Refusal {@code tax.euro.unknown} */
    @Guarded(Need.READ_MONEY)
    public Quote quote(AccountId account, CreditAmount amount) {
        LocalDate today = tax.today();
        return new Quote(VatSplit.ofNet(amount.euro(), tax.vatRates().on(today)), tax.euroRate(today));
    }

    /**
     * Orders credit. The same amount again within seconds is the same order.
     *
     * @throws Refusal {@code billing.missing}, {@code billing.supplier.missing}, {@code tax.euro.unknown}; {@code
     *     payment.tooMany} when twenty wait to be paid
     */
    public Proforma order(AccountId account, CreditAmount amount) {
        accounts.hold(account);
        billing.require(account);
        suppliers.require();
        LocalDate today = tax.today();
        Optional<Proforma> justOrdered = justOrdered(account, amount, today);
        if (justOrdered.isPresent()) {
            return justOrdered.get();
        }
        long open = db.createQuery(
                        "SELECT COUNT(p) FROM ProformaEntity p WHERE p.account = :account AND p.state = :open"
                                + " AND p.expiresOn >= :today",
                        Long.class)
                .setParameter("account", account.value())
                .setParameter("open", ProformaState.OPEN)
                .setParameter("today", today)
                .getSingleResult();
        if (open >= MOST_OPEN) {
            throw new Refusal("payment.tooMany", "amount", MOST_OPEN);
        }
        Quote quote = quote(account, amount);
        ProformaEntity proforma =
                new ProformaEntity(account, quote.amounts(), quote.rate(), clock.instant(), today.plusDays(VALID_DAYS));
        db.persist(proforma);
        db.flush();
        return proforma.asProforma(today);
    }

    private Optional<Proforma> justOrdered(AccountId account, CreditAmount amount, LocalDate today) {
        return db.createQuery(
                        "SELECT p FROM ProformaEntity p WHERE p.account = :account AND p.state = :open"
                                + " AND p.net = :net AND p.createdAt > :since ORDER BY p.createdAt DESC",
                        ProformaEntity.class)
                .setParameter("account", account.value())
                .setParameter("open", ProformaState.OPEN)
                .setParameter("net", amount.euro())
                .setParameter("since", clock.instant().minus(SAME_ORDER))
                .setMaxResults(1)
                .getResultStream()
                .map(found -> found.asProforma(today))
                .findFirst();
    }

    /** @throws NotFound {@code payment.unknown}, also when it is another customer's */
    @Guarded(Need.READ_MONEY)
    public Proforma find(AccountId account, PaymentReference reference) {
        return lookUp(account, reference, LockModeType.NONE).asProforma(tax.today());
    }

    /** The customer's proformas, newest first. */
    @Guarded(Need.READ_MONEY)
    public Page<Proforma> list(AccountId account, PageRequest page) {
        LocalDate today = tax.today();
        List<Proforma> proformas = db.createQuery(
                        "SELECT p FROM ProformaEntity p WHERE p.account = :account ORDER BY p.createdAt DESC",
                        ProformaEntity.class)
                .setParameter("account", account.value())
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(proforma -> proforma.asProforma(today))
                .toList();
        long total = db.createQuery("SELECT COUNT(p) FROM ProformaEntity p WHERE p.account = :account", Long.class)
                .setParameter("account", account.value())
                .getSingleResult();
        return new Page<>(proformas, total);
    }

    /** @throws Refusal {@code payment.closed} unless it waits to be paid */
    public void cancel(AccountId account, PaymentReference reference) {
        ProformaEntity proforma = lookUp(account, reference, LockModeType.PESSIMISTIC_WRITE);
        Proforma known = proforma.asProforma(tax.today());
        if (!known.isOpen()) {
            throw new Refusal("payment.closed", "", reference);
        }
        proforma.cancel();
    }

    /** The proforma on paper, with today's billing data. @throws NotFound {@code payment.unknown} */
    @Guarded(Need.READ_MONEY)
    public byte[] pdf(AccountId account, PaymentReference reference) {
        Proforma proforma = find(account, reference);
        LocalDate day = LocalDate.ofInstant(proforma.createdAt(), TaxTables.BUCHAREST);
        return DocumentPdf.of(new Document(
                DocumentKind.PROFORMA,
                reference.value(),
                day,
                day,
                suppliers.require(),
                billing.require(account),
                ITEM,
                proforma.amounts(),
                proforma.rate(),
                PaidBy.BANK_TRANSFER,
                "Prețul în lei este valabil până la %td.%<tm.%<tY. Scrieți la detalii numai referința."
                        .formatted(proforma.expiresOn()),
                Optional.empty()));
    }

    private ProformaEntity lookUp(AccountId account, PaymentReference reference, LockModeType lock) {
        return Optional.ofNullable(db.find(ProformaEntity.class, reference.value(), lock))
                .filter(found -> found.asProforma(tax.today()).account().equals(account))
                .orElseThrow(() -> new NotFound("payment.unknown", reference));
    }

    /** A price: credit with its VAT, and the rate for paying it in lei. */
    public record Quote(VatSplit amounts, EuroRate rate) {
        public java.math.BigDecimal grossInLei() {
            return rate.inLei(amounts.gross());
        }
    }
}
