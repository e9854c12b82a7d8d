package ro.clickphone.pbx.catalogue;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.number.NumberService;

/**
 * Buying, changing and cancelling. The charge and what it pays for happen in one transaction, under the lock of the
 * account's wallet; an order that comes twice happens once.
 */
@Stateless
@Guarded(Need.OWN)
public class CatalogueService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private LedgerService ledger;

    @Inject
    private NumberService numbers;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<PackageFit> fits;

    @Inject
    private Event<AccountChanged> changed;

    /** What is on sale today, by family and place. */
    @Guarded(Need.NOTHING)
    public List<Offer> offers() {
        return prices().offers(today());
    }

    /** What the account has, the oldest first; what has ended is left out. */
    @Guarded(Need.READ_MONEY)
    public List<Subscription> subscriptions(AccountId account) {
        PriceList list = prices();
        return entities(account).stream().map(one -> one.asSubscription(list)).toList();
    }

    /** What the next run will take: the fees of next month, as they are now. */
    @Guarded(Need.READ_MONEY)
    public Money nextFees(AccountId account) {
        LocalDate first = today().plusMonths(1).withDayOfMonth(1);
        Object sum = db.createNativeQuery("SELECT COALESCE(SUM(p.price), 0) FROM subscription s JOIN product_price p"
                        + " ON p.code = COALESCE(s.next_product, s.product) AND p.valid_from = (SELECT MAX(q.valid_from)"
                        + " FROM product_price q WHERE q.code = p.code AND q.valid_from <= ?2) WHERE s.account_id = ?1"
                        + " AND s.state <> 'ENDED' AND (s.last_month IS NULL OR s.last_month >= ?3)")
                .setParameter(1, account.value())
                .setParameter(2, Date.valueOf(first))
                .setParameter(3, Months.number(YearMonth.from(first)))
                // asked for each fee of a run: it must not write out, one by one, what the run writes at once in the
                // end
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return new Money(((Number) sum).longValue());
    }

    /** The fees that the credit did not cover when they were due. */
    @Guarded(Need.READ_MONEY)
    public Money owed(AccountId account) {
        return db.createQuery(
                        "SELECT m FROM SubscriptionMonthEntity m WHERE m.key.account = :account AND m.state = :due",
                        SubscriptionMonthEntity.class)
                .setParameter("account", account.value())
                .setParameter("due", SubscriptionMonthEntity.State.DUE)
                .getResultStream()
                .map(SubscriptionMonthEntity::fee)
                .reduce(Money.ZERO, Money::plus);
    }

    /**
     * Buys a product, from now on; the rest of the month is paid at once.
     *
     * @throws NotFound {@code catalogue.unknown}
     * @throws Refusal {@code wallet.insufficient}, {@code catalogue.onePackage}, {@code catalogue.needsPackage},
     *     {@code catalogue.noNumber}
     */
    public Subscription buy(AccountId account, OrderId order, String code) {
        ledger.hold(account);
        PriceList list = prices();
        OrderKey key = new OrderKey(account, order);
        SubscriptionEntity known = db.find(SubscriptionEntity.class, key);
        if (known != null) {
            return known.asSubscription(list);
        }
        Product product = list.onSale(code);
        refuseUnfitting(account, product, list);
        Fee fee = Fee.ofRest(list.price(product), today());
        SubscriptionEntity bought = new SubscriptionEntity(key, product, number(account, product), clock.instant());
        db.persist(bought);
        db.flush();
        db.persist(new SubscriptionMonthEntity(
                new MonthKey(account, order, month()),
                product,
                fee.amount(),
                SubscriptionMonthEntity.State.PAID,
                Fee.minutesOfRest(product.minutes(), today())));
        ledger.charge(
                account,
                Wordings.fee(order, month()),
                fee.amount(),
                product.family().book(),
                Wordings.firstMonth(product, today(), fee));
        audit.record(
                account,
                new Act("catalogue.bought", product.name(), "", fee.amount().cents() + " €"));
        changed.fire(new AccountChanged(account));
        return bought.asSubscription(list);
    }

    /**
     * Another product of the same family: a dearer one at once, for the difference; another one on the 1st of next month.
     *
     * @throws TooSmall {@code catalogue.tooSmall} with what does not fit
     * @throws Refusal {@code wallet.insufficient}, {@code catalogue.family}, {@code catalogue.owes}
     */
    public Subscription change(AccountId account, OrderId subscription, String code) {
        ledger.hold(account);
        PriceList list = prices();
        SubscriptionEntity entity = entity(account, subscription);
        Product from = list.product(entity.product());
        Product to = list.onSale(code);
        if (from.family() != to.family() || from.family() == Family.NUMBER) {
            throw new Refusal("catalogue.family", "");
        }
        if (entity.state() != Subscription.State.ACTIVE) {
            throw new Refusal("catalogue.owes", "");
        }
        if (from.equals(to)) {
            entity.stay();
        } else {
            fit(account, to);
            moveTo(entity, from, to, list);
        }
        audit.record(account, new Act("catalogue.changed", entity.id().value(), from.name(), to.name()));
        changed.fire(new AccountChanged(account));
        return entity.asSubscription(list);
    }

    /**
     * What a change would cost, before it is ordered.
     *
     * @throws NotFound {@code subscription.unknown}, {@code catalogue.unknown}
     */
    @Guarded(Need.READ_MONEY)
    public ChangeQuote quote(AccountId account, OrderId subscription, String code) {
        PriceList list = prices();
        Money before = list.price(list.product(entity(account, subscription).product()));
        Money after = list.price(list.onSale(code));
        Money more = after.minus(before);
        return more.isPositive()
                ? new ChangeQuote.AtOnce(Fee.ofRest(more, today()), after)
                : new ChangeQuote.NextMonth(after);
    }

    /** Ends with this month; until then nothing changes. */
    public Subscription cancel(AccountId account, OrderId subscription) {
        ledger.hold(account);
        SubscriptionEntity entity = entity(account, subscription);
        entity.endAfter(month());
        audit.record(account, Act.of("catalogue.cancelled", subscription.value()));
        return entity.asSubscription(prices());
    }

    /** A cancellation is taken back, while the month lasts. @throws NotFound {@code subscription.unknown} */
    public Subscription resume(AccountId account, OrderId subscription) {
        ledger.hold(account);
        SubscriptionEntity entity = entity(account, subscription);
        entity.goOn();
        audit.record(account, Act.of("catalogue.resumed", subscription.value()));
        return entity.asSubscription(prices());
    }

    /** A number that may be sold from now on. */
    @Guarded(Need.OPERATE)
    public void stock(E164 number, TrunkId trunk) {
        new NumberStock(db).put(new NumberStock.Free(number.value(), trunk));
    }

    /** Gives a customer a number of those that may be sold, without a fee: the first one. Empty when none is left. */
    @Guarded(Need.OPERATE)
    public Optional<E164> allot(AccountId account) {
        Optional<NumberStock.Free> free = new NumberStock(db).take();
        free.ifPresent(one -> numbers.add(account, one.number(), one.trunk()));
        return free.map(one -> new E164(one.number()));
    }

    private void moveTo(SubscriptionEntity entity, Product from, Product to, PriceList list) {
        Money more = list.price(to).minus(list.price(from));
        if (!more.isPositive()) {
            entity.becomeNextMonth(to);
            return;
        }
        Fee fee = Fee.ofRest(more, today());
        entity.become(to);
        db.flush(); // the warning of low credit asks for the fees that follow
        ledger.charge(
                entity.account(),
                Wordings.upgrade(entity.id(), month(), to),
                fee.amount(),
                to.family().book(),
                Wordings.upgrade(from, to, today(), fee));
        Optional.ofNullable(
                        db.find(SubscriptionMonthEntity.class, new MonthKey(entity.account(), entity.id(), month())))
                .ifPresent(now -> now.include(Fee.minutesOfRest(to.minutes() - from.minutes(), today())));
    }

    private void fit(AccountId account, Product product) {
        List<PackageFit.Excess> excess = new ArrayList<>();
        fits.forEach(feature -> excess.addAll(feature.beyond(account, product)));
        if (!excess.isEmpty()) {
            throw new TooSmall(product, excess);
        }
    }

    private void refuseUnfitting(AccountId account, Product product, PriceList list) {
        boolean hasPackage = entities(account).stream()
                .anyMatch(one -> list.product(one.product()).family() == Family.PACKAGE);
        if (product.family() == Family.PACKAGE) {
            if (hasPackage) {
                throw new Refusal("catalogue.onePackage", "");
            }
            fit(account, product);
        } else if (product.family().needsPackage() && !hasPackage) {
            throw new Refusal("catalogue.needsPackage", "");
        }
    }

    private String number(AccountId account, Product product) {
        if (product.family() != Family.NUMBER) {
            return "";
        }
        return allot(account)
                .orElseThrow(() -> new Refusal("catalogue.noNumber", ""))
                .value();
    }

    private List<SubscriptionEntity> entities(AccountId account) {
        return db.createQuery(
                        "SELECT s FROM SubscriptionEntity s WHERE s.key.account = :account AND s.state <> :ended"
                                + " ORDER BY s.boughtAt, s.key.id",
                        SubscriptionEntity.class)
                .setParameter("account", account.value())
                .setParameter("ended", Subscription.State.ENDED)
                .getResultList();
    }

    private SubscriptionEntity entity(AccountId account, OrderId id) {
        return Optional.ofNullable(db.find(SubscriptionEntity.class, new OrderKey(account, id)))
                .filter(one -> one.state() != Subscription.State.ENDED)
                .orElseThrow(() -> new NotFound("subscription.unknown", id));
    }

    private PriceList prices() {
        return PriceList.of(db, today());
    }

    private LocalDate today() {
        return Months.day(clock.instant());
    }

    private YearMonth month() {
        return YearMonth.from(today());
    }
}
