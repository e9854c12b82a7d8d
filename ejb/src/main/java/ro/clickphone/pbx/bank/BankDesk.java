package ro.clickphone.pbx.bank;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.billing.FiscalCode;
import ro.clickphone.pbx.billing.SupplierDesk;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.payment.PaymentReference;
import ro.clickphone.pbx.payment.Proforma;
import ro.clickphone.pbx.payment.Receipt;
import ro.clickphone.pbx.payment.Settlement;

/**
 * The OP desk. Whoever brings a statement or says whose a line is cannot book it: a second person does (four eyes), since
 * a made-up statement would make credit out of nothing.
 */
@Stateless
@Guarded(Need.FINANCE)
public class BankDesk {
    private static final Pattern FISCAL_CODE = Pattern.compile("(?<![A-Z0-9])(?:RO ?)?([1-9][0-9]{1,9})(?![0-9])");
    private static final int LONGEST_REASON = 200;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private AccountService accounts;

    @Inject
    private SupplierDesk suppliers;

    @Inject
    private Settlement settlement;

    @Inject
    private Audit audit;

    /**
     * Reads a statement: CSV, MT940 or CAMT.053. A line that was brought before is left as it is.
     *
     * @throws Refusal {@code bank.file.unknown}, {@code bank.file.large}, {@code bank.file.lines}
     */
    public ImportReport bring(byte[] file) {
        Statement statement = Statements.read(file);
        Map<String, Integer> occurrences = new HashMap<>();
        int proposed = 0;
        int known = 0;
        for (BankLine line : statement.lines()) {
            int occurrence = occurrences.merge(line.fingerprint(0), 1, Integer::sum);
            String fingerprint = line.bankId().isEmpty() ? line.fingerprint(occurrence) : line.fingerprint(0);
            if (isKnown(fingerprint)) {
                known++;
            } else {
                proposed += keep(line, fingerprint).state() == LineState.PROPOSED ? 1 : 0;
            }
        }
        ImportReport report =
                new ImportReport(proposed, statement.lines().size() - known - proposed, known, statement.bad());
        audit.record(new Act(
                "bank.statement",
                "",
                "",
                "%d proposed, %d exceptions, %d known, %d unreadable"
                        .formatted(
                                proposed,
                                report.exceptions(),
                                known,
                                report.bad().size())));
        return report;
    }

    /**
     * An OP that a person read from the bank, booked as soon as a second one agrees.
     *
     * @throws Refusal {@code bank.known} when a line of that bank's id, day and amount is there already; {@code bank.id}
     *     without an id
     */
    public StoredLine enter(AccountId account, BankLine line) {
        accounts.find(account);
        if (line.bankId().isEmpty()) {
            throw new Refusal("bank.id", "bankId");
        }
        if (isKnown(line.fingerprint(0))) {
            throw new Refusal("bank.known", "bankId", line.bankId());
        }
        StoredLine kept = keep(line, line.fingerprint(0));
        return propose(kept.id(), account);
    }

    public Page<StoredLine> list(LineState state, PageRequest page) {
        List<StoredLine> lines = db.createQuery(
                        "SELECT l FROM BankLineEntity l WHERE l.state = :state ORDER BY l.id DESC",
                        BankLineEntity.class)
                .setParameter("state", state)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(BankLineEntity::asLine)
                .toList();
        return new Page<>(lines, count(state));
    }

    public long count(LineState state) {
        return db.createQuery("SELECT COUNT(l) FROM BankLineEntity l WHERE l.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    /** Says whose a line is. @throws Refusal {@code bank.decided}; NotFound {@code account.unknown}, {@code bank.unknown} */
    public StoredLine propose(long line, AccountId account) {
        accounts.find(account);
        BankLineEntity entity = undecided(line);
        Optional<PaymentReference> paid = named(entity.asLine().line()).stream()
                .filter(proforma -> proforma.account().equals(account))
                .map(Proforma::reference)
                .findFirst();
        entity.proposed(account, paid, Acting.now().name());
        audit.record(account, new Act("bank.proposed", Long.toString(line), "", account.toString()));
        return entity.asLine();
    }

    /** Does not agree: the line is an exception again. @throws Refusal {@code bank.decided} */
    public void sendBack(long line) {
        BankLineEntity entity = undecided(line);
        entity.exception("bank.why.sentBack");
        audit.record(new Act("bank.sentBack", Long.toString(line), "", ""));
    }

    /** It is no payment of a customer. @throws Refusal {@code bank.reason}, {@code bank.decided} */
    public void setAside(long line, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refusal("bank.reason", "reason", LONGEST_REASON);
        }
        undecided(line).setAside(Acting.now().name(), why);
        audit.record(new Act("bank.setAside", Long.toString(line), "", why));
    }

    /**
     * Agrees: the customer is credited and invoiced.
     *
     * @return the invoice's number
     * @throws Refusal {@code bank.fourEyes} for who proposed it, {@code bank.decided}; and as an invoice's issue
     */
    public String book(long line) {
        BankLineEntity entity = undecided(line);
        StoredLine known = entity.asLine();
        AccountId account = known.account().orElseThrow(() -> new Refusal("bank.nobody", ""));
        String who = Acting.now().name();
        if (who.equals(known.proposedBy())) {
            throw new Refusal("bank.fourEyes", "");
        }
        Receipt receipt = new Receipt(
                new TransferId("bank:" + line),
                gross(known),
                PaidBy.BANK_TRANSFER,
                "OP %s din %td.%<tm.%<tY, %s %s"
                        .formatted(
                                known.line().bankId(),
                                known.line().bookedOn(),
                                known.line().amount().toPlainString().replace('.', ','),
                                known.line().currency())
                        .replace("  ", " "),
                known.reference());
        String invoice =
                settlement.settle(account, receipt).document().orElseThrow().value();
        entity.booked(who, invoice);
        audit.record(account, new Act("bank.booked", Long.toString(line), "", invoice));
        return invoice;
    }

    /** The price of the proforma where it is paid in lei to the bani, else what the lei are worth on that day. */
    private BigDecimal gross(StoredLine known) {
        BankLine line = known.line();
        if (line.currency().equals("EUR")) {
            return line.amount();
        }
        return known.reference()
                .flatMap(settlement::proforma)
                .filter(proforma -> proforma.grossInLei().compareTo(line.amount()) == 0)
                .map(proforma -> proforma.amounts().gross())
                .orElseGet(() -> settlement.inEuro(line.amount(), line.bookedOn()));
    }

    private StoredLine keep(BankLine line, String fingerprint) {
        BankLineEntity entity = new BankLineEntity(line, fingerprint, clock.instant());
        db.persist(entity);
        db.flush();
        Match match = Match.of(line, named(line), ofPayer(line));
        if (match instanceof Match.Found found) {
            entity.proposed(
                    found.account(),
                    Optional.of(found.reference()),
                    Acting.now().name());
        } else if (match instanceof Match.Exception exception) {
            entity.exception(exception.why());
        }
        return entity.asLine();
    }

    private List<Proforma> named(BankLine line) {
        return PaymentReference.allIn(line.details()).stream()
                .flatMap(reference -> settlement.proforma(reference).stream())
                .toList();
    }

    private List<Proforma> ofPayer(BankLine line) {
        Set<AccountId> customers = new HashSet<>();
        codesIn(line.payer() + " " + line.details()).forEach(code -> customers.addAll(suppliers.customersOf(code)));
        return customers.stream()
                .flatMap(account -> settlement.open(account).stream())
                .toList();
    }

    private static Stream<FiscalCode> codesIn(String text) {
        return FISCAL_CODE
                .matcher(text.toUpperCase(java.util.Locale.ROOT))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(FiscalCode::isOne)
                .map(digits -> new FiscalCode(digits, false));
    }

    private boolean isKnown(String fingerprint) {
        return !db.createQuery("SELECT l.id FROM BankLineEntity l WHERE l.fingerprint = :fingerprint", Long.class)
                .setParameter("fingerprint", fingerprint)
                .getResultList()
                .isEmpty();
    }

    private BankLineEntity undecided(long line) {
        BankLineEntity entity = Optional.ofNullable(db.find(BankLineEntity.class, line, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new NotFound("bank.unknown", line));
        LineState state = entity.asLine().state();
        if (state == LineState.BOOKED || state == LineState.SET_ASIDE) {
            throw new Refusal("bank.decided", "", line);
        }
        return entity;
    }
}
