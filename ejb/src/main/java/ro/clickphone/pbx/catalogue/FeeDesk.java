package ro.clickphone.pbx.catalogue;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.ledger.LedgerService;

/**
 * The fees of months: taken once a subscription and month, in advance; not taken while the wallet does not cover them,
 * and then owed. Whoever takes one holds the account's wallet, and looks again under its lock.
 */
@Stateless
@Guarded(Need.OPERATE)
public class FeeDesk {
    /** How long all but paid calls goes on while a fee is owed (decisions). */
    public static final int GRACE_DAYS = 7;

    private static final List<Subscription.State> LIVE =
            List.of(Subscription.State.ACTIVE, Subscription.State.PAST_DUE);

    private static final String WAITING =
            " FROM SubscriptionEntity s WHERE s.state IN :states AND s.firstMonth < :month"
                    + " AND NOT EXISTS (SELECT m FROM SubscriptionMonthEntity m WHERE m.key.account = s.key.account"
                    + " AND m.key.subscription = s.key.id AND m.key.month = :month)";

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private LedgerService ledger;

    @Inject
    private DunningMails mails;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountChanged> changed;

    /** Where a batch ended. @param last empty when there was nothing more */
    public record Batch(Optional<Cursor> last, int done, int pastDue) {}

    /** The run's place in the list of subscriptions. */
    public record Cursor(AccountId account, OrderId subscription) {}

    /** How many subscriptions still wait for that month. */
    public long waiting(YearMonth month) {
        return db.createQuery("SELECT COUNT(s)" + WAITING, Long.class)
                .setParameter("states", LIVE)
                .setParameter("month", Months.number(month))
                .getSingleResult();
    }

    /** The next subscriptions after that place, in a transaction of their own. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Batch batch(YearMonth month, Optional<Cursor> after, int size) {
        List<OrderKey> keys = waiting(month, after, size);
        if (keys.isEmpty()) {
            return new Batch(Optional.empty(), 0, 0);
        }
        int pastDue = turn(keys, month);
        OrderKey last = keys.get(keys.size() - 1);
        return new Batch(Optional.of(new Cursor(last.account(), last.id())), keys.size(), pastDue);
    }

    /** Which ones a batch would take. */
    public List<Cursor> next(YearMonth month, Optional<Cursor> after, int size) {
        return waiting(month, after, size).stream()
                .map(key -> new Cursor(key.account(), key.id()))
                .toList();
    }

    /** One subscription alone, in a transaction of its own: what a batch that fails falls back to. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void one(Cursor which, YearMonth month) {
        turn(List.of(new OrderKey(which.account(), which.subscription())), month);
    }

    /** Pays what is owed as far as the wallet covers it, the oldest first; a suspended service comes back when all is paid. */
    public void settle(AccountId account) {
        ledger.hold(account);
        LocalDate today = Months.day(clock.instant());
        PriceList list = PriceList.of(db, today);
        for (SubscriptionMonthEntity due : due(account)) {
            if (!pay(account, due, list)) {
                return;
            }
        }
        for (SubscriptionEntity one : owing(account)) {
            if (comesBack(one, today, list)) {
                one.paid();
                changed.fire(new AccountChanged(account));
            }
        }
    }

    /** Accounts that owe a fee, a page at a time, for the daily work. */
    public List<AccountId> debtors(AccountId after, int size) {
        return db.createQuery(
                        "SELECT DISTINCT m.key.account FROM SubscriptionMonthEntity m WHERE m.state = :due"
                                + " AND m.key.account > :after ORDER BY m.key.account",
                        Long.class)
                .setParameter("due", SubscriptionMonthEntity.State.DUE)
                .setParameter("after", after.value())
                .setMaxResults(size)
                .getResultStream()
                .map(AccountId::new)
                .toList();
    }

    /** Tries once more, and suspends what has been owed for longer than the days of grace. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void remind(AccountId account) {
        settle(account);
        LocalDate latest = Months.day(clock.instant()).minusDays(GRACE_DAYS);
        for (SubscriptionEntity one : owing(account)) {
            if (one.state() == Subscription.State.PAST_DUE && one.owesSince(latest)) {
                one.suspend();
                mails.suspended(account);
                changed.fire(new AccountChanged(account));
            }
        }
    }

    private List<OrderKey> waiting(YearMonth month, Optional<Cursor> after, int size) {
        return db.createQuery(
                        "SELECT s.key" + WAITING + " AND (s.key.account > :account"
                                + " OR (s.key.account = :account AND s.key.id > :id)) ORDER BY s.key.account, s.key.id",
                        OrderKey.class)
                .setParameter("states", LIVE)
                .setParameter("month", Months.number(month))
                .setParameter(
                        "account", after.map(place -> place.account().value()).orElse(0L))
                .setParameter(
                        "id", after.map(place -> place.subscription().value()).orElse(""))
                .setMaxResults(size)
                .getResultList();
    }

    /** What another run did meanwhile is seen under the wallets' locks, and left. @return how many fees are owed */
    private int turn(List<OrderKey> keys, YearMonth month) {
        Set<OrderKey> wanted = Set.copyOf(keys);
        List<AccountId> accounts =
                keys.stream().map(OrderKey::account).distinct().toList();
        ledger.holdAll(accounts);
        Set<MonthKey> had = had(accounts, month);
        PriceList list = PriceList.of(db, month.atDay(1));
        int owed = 0;
        for (SubscriptionEntity one : live(accounts)) {
            boolean waits = wanted.contains(new OrderKey(one.account(), one.id()))
                    && !had.contains(new MonthKey(one.account(), one.id(), month));
            owed += waits && !turn(one, month, list) ? 1 : 0;
        }
        return owed;
    }

    private List<SubscriptionEntity> live(List<AccountId> accounts) {
        return db.createQuery(
                        "SELECT s FROM SubscriptionEntity s WHERE s.key.account IN :accounts AND s.state IN :states"
                                + " ORDER BY s.key.account, s.key.id",
                        SubscriptionEntity.class)
                .setParameter("accounts", values(accounts))
                .setParameter("states", LIVE)
                .getResultList();
    }

    private Set<MonthKey> had(List<AccountId> accounts, YearMonth month) {
        return Set.copyOf(db.createQuery(
                        "SELECT m.key FROM SubscriptionMonthEntity m WHERE m.key.account IN :accounts"
                                + " AND m.key.month = :month",
                        MonthKey.class)
                .setParameter("accounts", values(accounts))
                .setParameter("month", Months.number(month))
                .getResultList());
    }

    private static List<Long> values(List<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toList();
    }

    /** @return whether nothing is owed */
    private boolean turn(SubscriptionEntity subscription, YearMonth month, PriceList list) {
        AccountId account = subscription.account();
        if (subscription.isOverIn(month)) {
            subscription.end();
            changed.fire(new AccountChanged(account));
            return true;
        }
        subscription.turnMonth();
        Product product = list.product(subscription.product());
        Fee fee = Fee.ofMonth(list.price(product));
        boolean paid = take(account, subscription.id(), product, month, fee);
        db.persist(new SubscriptionMonthEntity(
                new MonthKey(account, subscription.id(), month),
                product,
                fee.amount(),
                paid ? SubscriptionMonthEntity.State.PAID : SubscriptionMonthEntity.State.DUE,
                product.minutes()));
        if (!paid) {
            subscription.owes(Months.day(clock.instant()));
            mails.owed(account, product, fee.amount());
            changed.fire(new AccountChanged(account));
        }
        return paid;
    }

    private boolean pay(AccountId account, SubscriptionMonthEntity due, PriceList list) {
        Product product = list.product(due.product());
        boolean paid = take(account, due.subscription(), product, due.month(), Fee.ofMonth(due.fee()));
        if (paid) {
            due.pay();
        }
        return paid;
    }

    private boolean take(AccountId account, OrderId subscription, Product product, YearMonth month, Fee fee) {
        return ledger.tryCharge(
                        account,
                        Wordings.fee(subscription, month),
                        fee.amount(),
                        product.family().book(),
                        Wordings.month(product, month, fee))
                .isPresent();
    }

    /** A suspended one pays the rest of a month that it was not charged for, as if it were bought today. */
    private boolean comesBack(SubscriptionEntity one, LocalDate today, PriceList list) {
        MonthKey now = new MonthKey(one.account(), one.id(), YearMonth.from(today));
        if (db.find(SubscriptionMonthEntity.class, now) != null) {
            return true;
        }
        Product product = list.product(one.product());
        Fee fee = Fee.ofRest(list.price(product), today);
        boolean paid = ledger.tryCharge(
                        one.account(),
                        Wordings.fee(one.id(), now.month()),
                        fee.amount(),
                        product.family().book(),
                        Wordings.firstMonth(product, today, fee))
                .isPresent();
        if (paid) {
            db.persist(new SubscriptionMonthEntity(
                    now,
                    product,
                    fee.amount(),
                    SubscriptionMonthEntity.State.PAID,
                    Fee.minutesOfRest(product.minutes(), today)));
        }
        return paid;
    }

    private List<SubscriptionMonthEntity> due(AccountId account) {
        return db.createQuery(
                        "SELECT m FROM SubscriptionMonthEntity m WHERE m.key.account = :account AND m.state = :due"
                                + " ORDER BY m.key.month, m.key.subscription",
                        SubscriptionMonthEntity.class)
                .setParameter("account", account.value())
                .setParameter("due", SubscriptionMonthEntity.State.DUE)
                .getResultList();
    }

    private List<SubscriptionEntity> owing(AccountId account) {
        return db.createQuery(
                        "SELECT s FROM SubscriptionEntity s WHERE s.key.account = :account AND s.state IN :owing"
                                + " ORDER BY s.boughtAt, s.key.id",
                        SubscriptionEntity.class)
                .setParameter("account", account.value())
                .setParameter("owing", List.of(Subscription.State.PAST_DUE, Subscription.State.SUSPENDED))
                .getResultList();
    }
}
