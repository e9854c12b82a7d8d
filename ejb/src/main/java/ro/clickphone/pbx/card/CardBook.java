package ro.clickphone.pbx.card;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;
import ro.clickphone.pbx.payment.PaymentReference;
import ro.clickphone.pbx.payment.PaymentService;
import ro.clickphone.pbx.payment.Proforma;
import ro.clickphone.pbx.payment.Receipt;
import ro.clickphone.pbx.payment.Settlement;

/**
 * Orders at payment services, and what their signed notices bring about: credit with its invoice, once for each
 * transaction of the service, however often and however late it is told.
 */
@Stateless
@Guarded(Need.CHANGE)
public class CardBook {
    private static final Logger LOG = Logger.getLogger(CardBook.class.getName());
    private static final Set<CardState> CREDITED = EnumSet.of(CardState.PAID, CardState.CONTESTED, CardState.RETURNED);

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private Collectors collectors;

    @Inject
    private PaymentService proformas;

    @Inject
    private Settlement settlement;

    @Inject
    private InvoiceService invoices;

    @Inject
    private Audit audit;

    @Inject
    private Outbox outbox;

    /** @throws Refusal {@code payment.closed} unless the proforma waits to be paid */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public CardPayment open(AccountId account, PaymentReference reference, CardWay way) {
        Proforma proforma = proformas.find(account, reference);
        if (!proforma.isOpen()) {
            throw new Refusal("payment.closed", "", reference);
        }
        CardPaymentEntity payment = new CardPaymentEntity(proforma, way, clock.instant());
        db.persist(payment);
        return payment.asPayment();
    }

    /** Where the service wants the browser. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void told(AccountId account, CardOrderId order, Announced answer) {
        own(account, order).told(answer);
    }

    public String told(AccountId account, CardOrderId order) {
        return own(account, order).told();
    }

    /** @throws NotFound {@code card.unknown}, also when it is another customer's */
    @Guarded(Need.READ_MONEY)
    public CardPayment find(AccountId account, CardOrderId order) {
        return own(account, order).asPayment();
    }

    /** All customers' orders that stand so, the newest first, for finance. */
    @Guarded(Need.FINANCE)
    public Page<CardPayment> list(CardState state, PageRequest page) {
        List<CardPayment> found = db.createQuery(
                        "SELECT c FROM CardPaymentEntity c WHERE c.state = :state ORDER BY c.createdAt DESC",
                        CardPaymentEntity.class)
                .setParameter("state", state)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(CardPaymentEntity::asPayment)
                .toList();
        return new Page<>(found, count(state));
    }

    @Guarded(Need.FINANCE)
    public long count(CardState state) {
        return db.createQuery("SELECT COUNT(c) FROM CardPaymentEntity c WHERE c.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    /** The payment behind an invoice, if a card paid it. @param invoice printed number */
    @Guarded(Need.FINANCE)
    public Optional<CardPayment> paid(AccountId account, String invoice) {
        return db.createQuery(
                        "SELECT c FROM CardPaymentEntity c WHERE c.account = :account AND c.invoice = :invoice",
                        CardPaymentEntity.class)
                .setParameter("account", account.value())
                .setParameter("invoice", invoice)
                .getResultStream()
                .map(CardPaymentEntity::asPayment)
                .findFirst();
    }

    /** So much is asked back of the payment service. @param lei less than nothing when it did not take the order */
    @Guarded(Need.FINANCE)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void askedBack(AccountId account, CardOrderId order, BigDecimal lei) {
        own(account, order, LockModeType.PESSIMISTIC_WRITE).askedBack(lei);
    }

    /**
     * Takes a notice, from whomever: its signature is all that counts.
     *
     * @throws Refusal {@code card.signature}, {@code card.notice}, {@code card.unknown}: the sender need not try again;
     *     and as {@link Settlement#settle}: it may
     */
    @Guarded(Need.NOTHING)
    public void take(CardWay way, SignedPost post) {
        Collector collector = collectors.of(way).orElseThrow(() -> new NotFound("card.unknown", way));
        learn(way, collector.read(post));
    }

    /** Orders that nobody has decided, made between these moments, the oldest first. */
    @Guarded(Need.FINANCE)
    public List<CardPayment> open(Instant from, Instant to, int most) {
        return db.createQuery(
                        "SELECT c FROM CardPaymentEntity c WHERE c.state = :open AND c.createdAt BETWEEN :from AND :to"
                                + " ORDER BY c.createdAt",
                        CardPaymentEntity.class)
                .setParameter("open", CardState.OPEN)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(most)
                .getResultStream()
                .map(CardPaymentEntity::asPayment)
                .toList();
    }

    /** What the service itself was asked for and said. */
    @Guarded(Need.FINANCE)
    public void learn(CardWay way, CardNotice notice) {
        CardPaymentEntity payment = Optional.ofNullable(
                        db.find(CardPaymentEntity.class, notice.order().value(), LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.asPayment().way() == way)
                .orElseThrow(() -> new NotFound("card.unknown", notice.order()));
        LOG.log(Level.INFO, "{0} says of order {1}: {2}, transaction {3}", new Object[] {
            way, notice.order(), notice.outcome(), notice.transaction()
        });
        switch (notice.outcome()) {
            case PAID -> paid(payment, notice);
            case REFUSED -> refused(payment, notice);
            case RETURNED -> returned(payment, notice);
            case PENDING -> {
                // nothing is decided yet
            }
        }
    }

    /**
     * A person has put the books right after the card's bank took money back.
     *
     * @throws Refusal {@code card.notContested} when nobody has to look, or somebody else has
     */
    @Guarded(Need.FINANCE)
    public void lookedAt(AccountId account, CardOrderId order) {
        CardPaymentEntity payment = own(account, order, LockModeType.PESSIMISTIC_WRITE);
        if (payment.asPayment().state() != CardState.CONTESTED) {
            throw new Refusal("card.notContested", "");
        }
        payment.lookedAt(clock.instant());
        audit.record(account, new Act("card.lookedAt", order.value(), "", ""));
    }

    private void paid(CardPaymentEntity payment, CardNotice notice) {
        CardPayment known = payment.asPayment();
        if (!fits(known, notice)) {
            wrong(payment, notice);
            return;
        }
        if (known.transaction().equals(notice.transaction()) && CREDITED.contains(known.state())) {
            return;
        }
        Proforma proforma = settlement.proforma(known.reference()).orElseThrow();
        Receipt receipt = new Receipt(
                transfer("card", known.way(), notice),
                proforma.amounts().gross(),
                PaidBy.CARD,
                "Card, tranzacția %s: %s RON".formatted(notice.transaction(), decimal(notice.amount())),
                Optional.of(known.reference()));
        String invoice = settlement
                .settle(known.account(), receipt)
                .document()
                .orElseThrow()
                .value();
        payment.paid(notice, invoice, clock.instant());
        audit.record(known.account(), new Act("card.paid", known.id().value(), "", invoice));
    }

    /** As it is written on a Romanian invoice. */
    private static String decimal(BigDecimal amount) {
        return amount.toPlainString().replace('.', ',');
    }

    private static boolean fits(CardPayment known, CardNotice notice) {
        return known.amount().compareTo(notice.amount()) == 0 && CardOrder.CURRENCY.equals(notice.currency());
    }

    private void wrong(CardPaymentEntity payment, CardNotice notice) {
        CardPayment known = payment.asPayment();
        String asked = known.amount() + " " + CardOrder.CURRENCY;
        String came = notice.amount() + " " + notice.currency();
        String difference = came + " ≠ " + asked;
        if (known.state() == CardState.OPEN || known.state() == CardState.REFUSED) {
            payment.decided(CardState.WRONG, notice, difference, clock.instant());
        }
        audit.record(known.account(), new Act("card.wrong", known.id().value(), asked, came));
        outbox.postToOperator(
                "card.wrong",
                new Pace.Once(known.id() + " " + notice.transaction(), Duration.ofDays(1)),
                known.id(),
                known.account(),
                difference);
    }

    /** After the money has come, a refusal is an old one that arrives late. */
    private void refused(CardPaymentEntity payment, CardNotice notice) {
        if (payment.asPayment().isOpen()) {
            payment.decided(CardState.REFUSED, notice, clock.instant());
        }
    }

    private void returned(CardPaymentEntity payment, CardNotice notice) {
        CardPayment known = payment.asPayment();
        if (known.state() != CardState.PAID) {
            return;
        }
        if (isOurOwnRefund(known, notice)) {
            if (known.askedBack().compareTo(known.amount()) == 0) {
                payment.decided(CardState.RETURNED, notice, clock.instant());
            }
            return;
        }
        BigDecimal gross =
                settlement.proforma(known.reference()).orElseThrow().amounts().gross();
        InvoiceNumber invoice = InvoiceNumber.parse(known.invoice().orElseThrow());
        if (fits(known, notice) && invoices.left(known.account(), invoice).compareTo(gross) >= 0) {
            settlement.forcedBack(known.account(), transfer("card-back", known.way(), notice), invoice, gross);
            payment.decided(CardState.RETURNED, notice, clock.instant());
            audit.record(known.account(), new Act("card.returned", known.id().value(), "", invoice.toString()));
        } else {
            String taken = notice.amount() + " " + notice.currency();
            payment.decided(CardState.CONTESTED, notice, "−" + taken, clock.instant());
            audit.record(known.account(), new Act("card.contested", known.id().value(), "", taken));
        }
        outbox.postToOperator(
                "card.returned", new Pace.Each(), known.id(), known.account(), notice.amount(), known.amount());
    }

    /** Finance has had the credit note issued and the credit taken back before it asked for this. */
    private static boolean isOurOwnRefund(CardPayment known, CardNotice notice) {
        return CardOrder.CURRENCY.equals(notice.currency())
                && notice.amount().signum() > 0
                && notice.amount().compareTo(known.askedBack()) <= 0;
    }

    private static TransferId transfer(String what, CardWay way, CardNotice notice) {
        return new TransferId(what + ":" + way + ":" + notice.transaction());
    }

    private CardPaymentEntity own(AccountId account, CardOrderId order) {
        return own(account, order, LockModeType.NONE);
    }

    private CardPaymentEntity own(AccountId account, CardOrderId order, LockModeType lock) {
        return Optional.ofNullable(db.find(CardPaymentEntity.class, order.value(), lock))
                .filter(found -> found.asPayment().account().equals(account))
                .orElseThrow(() -> new NotFound("card.unknown", order));
    }
}
