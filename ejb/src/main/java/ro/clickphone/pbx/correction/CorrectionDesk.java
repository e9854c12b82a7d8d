package ro.clickphone.pbx.correction;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceDesk;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.invoice.InvoiceService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.WalletRow;
import ro.clickphone.pbx.ledger.Wording;
import ro.clickphone.pbx.payment.Settlement;

/**
 * Corrections and refunds: one person proposes with a reason, another one decides (four eyes). What is decided happens in
 * the deciding transaction, once; giving the money itself back comes after it, see {@link Refunds}.
 */
@Stateless
@Guarded(Need.FINANCE)
public class CorrectionDesk {
    private static final int LONGEST_REASON = 200;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private AccountService accounts;

    @Inject
    private LedgerService ledger;

    @Inject
    private InvoiceDesk invoices;

    @Inject
    private InvoiceService ofCustomer;

    @Inject
    private Settlement settlement;

    @Inject
    private Audit audit;

    /**
     * Proposes that the wallet gets more, or less.
     *
     * @param amount net euro, as it was typed: {@code -3,50}
     * @throws Refusal {@code correction.amount}, {@code correction.reason}; NotFound {@code account.unknown}
     */
    public Correction propose(AccountId account, String amount, String reason) {
        accounts.find(account);
        BigDecimal signed = CorrectionAmount.signed(amount);
        return keep(new CorrectionEntity(account, signed, Optional.empty(), said(reason), who(), clock.instant()));
    }

    /**
     * Proposes that an invoice's money goes back, whole or in part, with a credit note.
     *
     * @param gross with VAT, as it was typed
     * @throws Refusal {@code correction.amount}, {@code correction.reason}; {@code invoice.takenBack} when less is left
     */
    public Correction proposeRefund(InvoiceNumber number, String gross, String reason) {
        Invoice invoice = invoices.find(number);
        BigDecimal amount = CorrectionAmount.positive(gross);
        BigDecimal left = ofCustomer.left(invoice.account(), number);
        if (!invoice.kind().isPayment() || amount.compareTo(left) > 0) {
            throw new Refusal("invoice.takenBack", "amount", invoice.printed(), left);
        }
        return keep(new CorrectionEntity(
                invoice.account(), amount, Optional.of(number), said(reason), who(), clock.instant()));
    }

    public Page<Correction> list(CorrectionState state, PageRequest page) {
        List<Correction> found = db.createQuery(
                        "SELECT c FROM CorrectionEntity c WHERE c.state = :state ORDER BY c.id DESC",
                        CorrectionEntity.class)
                .setParameter("state", state)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(CorrectionEntity::asCorrection)
                .toList();
        return new Page<>(found, count(state));
    }

    public long count(CorrectionState state) {
        return db.createQuery("SELECT COUNT(c) FROM CorrectionEntity c WHERE c.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    /** Also by whoever proposed it: nothing happens then. @throws Refusal {@code correction.decided} */
    public void decline(long id) {
        CorrectionEntity entity = undecided(id);
        entity.decided(CorrectionState.DECLINED, who(), clock.instant());
        record("correction.declined", entity.asCorrection());
    }

    /**
     * Agrees: the wallet is corrected, or the credit note issued and the credit taken back.
     *
     * @throws Refusal {@code bank.fourEyes} for who proposed it, {@code correction.decided}, {@code wallet.insufficient}
     *     when the customer has spent what is to be taken; and as {@link Settlement#giveBack}
     */
    public Correction approve(long id) {
        CorrectionEntity entity = undecided(id);
        Correction known = entity.asCorrection();
        if (who().equals(known.proposedBy())) {
            throw new Refusal("bank.fourEyes", "");
        }
        known.refunds().ifPresentOrElse(number -> refund(entity, number), () -> correct(known));
        entity.decided(CorrectionState.DONE, who(), clock.instant());
        Correction done = entity.asCorrection();
        record("correction.done", done);
        return done;
    }

    /** How the money goes back. */
    public Correction goesBack(long id, MoneyBack way) {
        CorrectionEntity entity = find(id);
        entity.goesBack(way);
        audit.record(
                entity.asCorrection().account(), new Act("correction.moneyBack", Long.toString(id), "", way.name()));
        return entity.asCorrection();
    }

    private void correct(Correction known) {
        ledger.correct(
                known.account(),
                new TransferId("correction:" + known.id()),
                Money.ofEuro(known.amount()),
                Wording.of("ledger.correction", known.reason()));
    }

    private void refund(CorrectionEntity entity, InvoiceNumber number) {
        Correction known = entity.asCorrection();
        WalletRow row = settlement.giveBack(
                known.account(), new TransferId("refund:" + known.id()), number, known.amount(), known.reason());
        boolean byCard = invoices.find(number).paidBy() == PaidBy.CARD;
        // until the payment service has answered nobody knows, also when this server dies now
        entity.documented(row.document().orElseThrow().value(), byCard ? MoneyBack.UNSURE : MoneyBack.BY_HAND);
    }

    private Correction keep(CorrectionEntity entity) {
        db.persist(entity);
        db.flush();
        Correction kept = entity.asCorrection();
        record("correction.proposed", kept);
        return kept;
    }

    private void record(String what, Correction correction) {
        audit.record(
                correction.account(),
                new Act(what, Long.toString(correction.id()), "", correction.amount() + " €: " + correction.reason()));
    }

    private static String who() {
        return Acting.now().name();
    }

    private static String said(String reason) {
        String why = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refusal("correction.reason", "reason", LONGEST_REASON);
        }
        return why;
    }

    private CorrectionEntity undecided(long id) {
        CorrectionEntity entity = find(id);
        if (entity.asCorrection().state() != CorrectionState.PROPOSED) {
            throw new Refusal("correction.decided", "", id);
        }
        return entity;
    }

    private CorrectionEntity find(long id) {
        return Optional.ofNullable(db.find(CorrectionEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new NotFound("correction.unknown", id));
    }
}
