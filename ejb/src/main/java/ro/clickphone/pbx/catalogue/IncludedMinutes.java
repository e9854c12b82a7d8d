package ro.clickphone.pbx.catalogue;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.ledger.LedgerService;
import ro.clickphone.pbx.number.NumberClass;

/**
 * The minutes that packages include (manual, items 22 and 23): taken first, also when the wallet is empty; a call belongs
 * to the month in which it began. Whoever takes some holds the account's wallet.
 */
@Stateless
@Guarded(Need.FINANCE)
public class IncludedMinutes {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private LedgerService ledger;

    @Inject
    private DunningMails mails;

    /** What is left of a month's minutes. @param unused seconds */
    public record Left(String product, int seconds, int unused) {}

    /** Takes up to that many more seconds for a call. @return how many there were */
    public int take(AccountId account, CallId call, NumberClass to, Instant startedAt, int wanted) {
        ledger.hold(account);
        PriceList list = PriceList.of(db, Months.day(startedAt));
        int missing = wanted;
        for (SubscriptionMonthEntity month : months(account, startedAt)) {
            int taken = list.product(month.product()).minuteClasses().contains(to)
                    ? Math.min(missing, month.secondsLeft())
                    : 0;
            if (taken > 0) {
                month.use(taken);
                note(account, call, month, taken);
                missing -= taken;
            }
        }
        return wanted - missing;
    }

    /** Gives back all that the call has taken. */
    public void giveBack(AccountId account, CallId call) {
        ledger.hold(account);
        List<?> rows = db.createNativeQuery("SELECT subscription_id, month, seconds FROM minute_use"
                        + " WHERE account_id = ?1 AND call_id = ?2")
                .setParameter(1, account.value())
                .setParameter(2, call.toString())
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            MonthKey key = new MonthKey(
                    account, new OrderId((String) columns[0]), Months.of(((Number) columns[1]).intValue()));
            db.find(SubscriptionMonthEntity.class, key).use(-((Number) columns[2]).intValue());
        }
        db.createNativeQuery("DELETE FROM minute_use WHERE account_id = ?1 AND call_id = ?2")
                .setParameter(1, account.value())
                .setParameter(2, call.toString())
                .executeUpdate();
    }

    /** This month's, by product. */
    @Guarded(Need.READ_MONEY)
    public List<Left> left(AccountId account, Instant now) {
        PriceList list = PriceList.of(db, Months.day(now));
        return months(account, now).stream()
                .filter(month -> month.seconds() > 0)
                .map(month -> new Left(list.product(month.product()).name(), month.seconds(), month.secondsLeft()))
                .toList();
    }

    /** Accounts with a minute or more left of that month, a page at a time. */
    public List<AccountId> holders(YearMonth month, AccountId after, int size) {
        return db.createQuery(
                        "SELECT DISTINCT m.key.account FROM SubscriptionMonthEntity m WHERE m.state = :paid"
                                + " AND m.key.month = :month AND m.seconds - m.secondsUsed >= 60"
                                + " AND m.key.account > :after ORDER BY m.key.account",
                        Long.class)
                .setParameter("paid", SubscriptionMonthEntity.State.PAID)
                .setParameter("month", Months.number(month))
                .setParameter("after", after.value())
                .setMaxResults(size)
                .getResultStream()
                .map(AccountId::new)
                .toList();
    }

    /** Tells an account what it has left of this month's minutes, once a month. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void warn(AccountId account, Instant now) {
        int left = months(account, now).stream()
                        .mapToInt(SubscriptionMonthEntity::secondsLeft)
                        .sum()
                / 60;
        if (left > 0) {
            mails.expiring(account, left, Months.month(now));
        }
    }

    private List<SubscriptionMonthEntity> months(AccountId account, Instant at) {
        return db.createQuery(
                        "SELECT m FROM SubscriptionMonthEntity m WHERE m.key.account = :account AND m.key.month = :month"
                                + " AND m.state = :paid AND m.seconds > 0 ORDER BY m.key.subscription",
                        SubscriptionMonthEntity.class)
                .setParameter("account", account.value())
                .setParameter("month", Months.number(Months.month(at)))
                .setParameter("paid", SubscriptionMonthEntity.State.PAID)
                .getResultList();
    }

    private void note(AccountId account, CallId call, SubscriptionMonthEntity month, int seconds) {
        db.createNativeQuery("INSERT INTO minute_use (account_id, call_id, subscription_id, month, seconds)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5) ON DUPLICATE KEY UPDATE seconds = seconds + ?5")
                .setParameter(1, account.value())
                .setParameter(2, call.toString())
                .setParameter(3, month.subscription().value())
                .setParameter(4, Months.number(month.month()))
                .setParameter(5, seconds)
                .executeUpdate();
    }
}
