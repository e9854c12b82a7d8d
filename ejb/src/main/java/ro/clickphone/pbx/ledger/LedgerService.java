package ro.clickphone.pbx.ledger;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * The customers' wallets: credit, fees, corrections, statements. What a call needs while it goes on is {@link
 * ReservationService}'s. Every movement is told by an id that the caller chose: told twice, it happens once. All of it
 * takes part in the caller's transaction.
 */
@Stateless
@Guarded(Need.FINANCE)
public class LedgerService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private Event<WalletChanged> changed;

    @Guarded(Need.READ_MONEY)
    public Balance balance(AccountId account) {
        WalletEntity wallet = db.find(WalletEntity.class, account.value());
        return wallet == null ? Balance.NOTHING : wallet.balance();
    }

    /** The account's money, held against every other movement of it until the transaction ends. */
    public Balance hold(AccountId account) {
        return Books.open(db, account, clock.instant()).balance();
    }

    /** The money of many accounts at once, in the order of their numbers, as {@link #hold(AccountId)} does for one. */
    public void holdAll(Collection<AccountId> accounts) {
        Books.hold(db, accounts);
    }

    /**
     * Credit for the customer; the row is written whether or not there is an invoice yet, see {@link #attach}.
     *
     * @param source BANK, CARD or GOODWILL
     * @throws Refusal {@code ledger.amount} unless it is positive whole cents up to a billion euro
     */
    public WalletRow topUp(AccountId account, TransferId id, Money amount, Book source, Wording wording) {
        if (!source.isSource()) {
            throw new IllegalArgumentException(source + " is no source of credit");
        }
        wholeCents(amount);
        return move(account, Transfer.between(id, TransferKind.TOP_UP, source, Book.WALLET, amount, wording));
    }

    /**
     * A fee; zero is allowed, and written.
     *
     * @param service a revenue book
     * @throws Refusal {@code wallet.insufficient} when the customer cannot spend that much, {@code ledger.amount}
     */
    public WalletRow charge(AccountId account, TransferId id, Money amount, Book service, Wording wording) {
        return tryCharge(account, id, amount, service, wording)
                .orElseThrow(() -> insufficient(amount, balance(account)));
    }

    /** The same, for whoever goes on without: empty, and nothing written, when the customer cannot spend that much. */
    public Optional<WalletRow> tryCharge(
            AccountId account, TransferId id, Money amount, Book service, Wording wording) {
        if (!service.isRevenue()) {
            throw new IllegalArgumentException(service + " is no service");
        }
        inRange(amount);
        if (amount.isNegative()) {
            throw new Refusal("ledger.amount", "amount");
        }
        Books books = Books.open(db, account, clock.instant());
        Transfer fee = Transfer.between(id, TransferKind.FEE, Book.WALLET, service, amount, wording);
        boolean covered = books.balance().available().compareTo(amount) >= 0;
        return covered || books.made(id, fee.kind(), fee.forCustomer()).isPresent()
                ? Optional.of(write(books, account, fee))
                : Optional.empty();
    }

    /**
     * Takes credit back out of the wallet, by the way that it came.
     *
     * @throws Refusal {@code wallet.insufficient}, {@code ledger.amount}
     */
    public WalletRow refund(AccountId account, TransferId id, Money amount, Book source, Wording wording) {
        positive(amount);
        Transfer refund = Transfer.between(id, TransferKind.REFUND, Book.WALLET, source, amount, wording);
        Books books = Books.open(db, account, clock.instant());
        if (books.balance().available().compareTo(amount) < 0
                && books.made(id, refund.kind(), refund.forCustomer()).isEmpty()) {
            throw insufficient(amount, books.balance());
        }
        return write(books, account, refund);
    }

    /** The bank took a card payment back: the wallet loses it, below zero if need be. @throws Refusal {@code ledger.amount} */
    public WalletRow chargeback(AccountId account, TransferId id, Money amount, Book source, Wording wording) {
        positive(amount);
        return move(account, Transfer.between(id, TransferKind.REFUND, Book.WALLET, source, amount, wording));
    }

    /**
     * Puts something right, with a row of its own.
     *
     * @param amount more or less for the customer, not zero
     * @throws Refusal {@code wallet.insufficient} when it takes more than there is, {@code ledger.amount}
     */
    public WalletRow correct(AccountId account, TransferId id, Money amount, Wording wording) {
        inRange(amount);
        if (amount.equals(Money.ZERO)) {
            throw new Refusal("ledger.amount", "amount");
        }
        Books books = Books.open(db, account, clock.instant());
        Transfer correction =
                Transfer.between(id, TransferKind.CORRECTION, Book.CORRECTIONS, Book.WALLET, amount, wording);
        if (books.balance().available().plus(amount).isNegative()
                && amount.isNegative()
                && books.made(id, correction.kind(), amount).isEmpty()) {
            throw insufficient(amount.negated(), books.balance());
        }
        return write(books, account, correction);
    }

    /**
     * Says which invoice or credit note belongs to a row.
     *
     * @throws NotFound {@code ledger.unknown}
     * @throws Refusal {@code ledger.documented} when it has another one already
     */
    public WalletRow attach(AccountId account, TransferId id, DocumentNumber document) {
        LedgerKey key = new LedgerKey(account, id);
        TransferEntity transfer = Optional.ofNullable(db.find(TransferEntity.class, key))
                .orElseThrow(() -> new NotFound("ledger.unknown", id));
        DocumentEntity known = db.find(DocumentEntity.class, key);
        if (known == null) {
            db.persist(new DocumentEntity(key, document));
        } else if (!known.number().equals(document)) {
            throw new Refusal("ledger.documented", "", known.number());
        }
        return transfer.asRow(Optional.of(document));
    }

    /** @throws NotFound {@code ledger.unknown} */
    @Guarded(Need.READ_MONEY)
    public WalletRow row(AccountId account, TransferId id) {
        LedgerKey key = new LedgerKey(account, id);
        return Optional.ofNullable(db.find(TransferEntity.class, key))
                .orElseThrow(() -> new NotFound("ledger.unknown", id))
                .asRow(Optional.ofNullable(db.find(DocumentEntity.class, key)).map(DocumentEntity::number));
    }

    /** What the customer had just before that moment, what was set aside for calls included. */
    @Guarded(Need.READ_MONEY)
    public Money totalBefore(AccountId account, Instant moment) {
        return db.createQuery(
                        "SELECT t FROM TransferEntity t WHERE t.key.account = :account AND t.madeAt < :moment"
                                + " ORDER BY t.number DESC",
                        TransferEntity.class)
                .setParameter("account", account.value())
                .setParameter("moment", moment)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(last -> last.asRow(Optional.empty()).totalAfter())
                .orElse(Money.ZERO);
    }

    /** The statement, newest first. */
    @Guarded(Need.READ_MONEY)
    public Page<WalletRow> rows(AccountId account, WalletFilter filter, PageRequest page) {
        List<WalletRow> rows = filter.bind(
                        db.createQuery(
                                "SELECT t, d FROM TransferEntity t LEFT JOIN DocumentEntity d ON d.key = t.key"
                                        + WalletFilter.CHOSEN + " ORDER BY t.number DESC",
                                Object[].class),
                        account)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(found -> ((TransferEntity) found[0])
                        .asRow(Optional.ofNullable((DocumentEntity) found[1]).map(DocumentEntity::number)))
                .toList();
        long total = filter.bind(
                        db.createQuery("SELECT COUNT(t) FROM TransferEntity t" + WalletFilter.CHOSEN, Long.class),
                        account)
                .getSingleResult();
        return new Page<>(rows, total);
    }

    private WalletRow move(AccountId account, Transfer transfer) {
        return write(Books.open(db, account, clock.instant()), account, transfer);
    }

    private WalletRow write(Books books, AccountId account, Transfer transfer) {
        Optional<TransferEntity> made = books.made(transfer.id(), transfer.kind(), transfer.forCustomer());
        if (made.isPresent()) {
            return row(account, transfer.id());
        }
        WalletRow row = books.write(transfer).asRow(Optional.empty());
        changed.fire(new WalletChanged(account, transfer.kind(), books.before(), books.balance()));
        return row;
    }

    private static void wholeCents(Money amount) {
        positive(amount);
        if (!amount.isWholeCents()) {
            throw new Refusal("ledger.amount", "amount");
        }
    }

    private static void positive(Money amount) {
        inRange(amount);
        if (!amount.isPositive()) {
            throw new Refusal("ledger.amount", "amount");
        }
    }

    private static void inRange(Money amount) {
        if (amount.compareTo(Money.MOST) > 0 || amount.compareTo(Money.MOST.negated()) < 0) {
            throw new Refusal("ledger.amount", "amount");
        }
    }

    private static Refusal insufficient(Money wanted, Balance balance) {
        return new Refusal(
                "wallet.insufficient",
                "amount",
                wanted.cents(),
                balance.available().cents());
    }
}
