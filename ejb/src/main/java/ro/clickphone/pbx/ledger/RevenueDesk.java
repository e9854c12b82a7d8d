package ro.clickphone.pbx.ledger;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;

/** The ledger of all customers in sums, for finance: revenue by month and service, and what customers have. */
@Stateless
@Guarded(Need.FINANCE)
public class RevenueDesk {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final int MONTHS = 12;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    /** The months of a year in Romania's time, January first. */
    public List<MoneyOfMonth> months(int year) {
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> month(YearMonth.of(year, month)))
                .toList();
    }

    public MoneyOfMonth month(YearMonth month) {
        Map<Book, Money> books = new EnumMap<>(Book.class);
        db.createQuery(
                        "SELECT e.book, SUM(e.amount) FROM TransferEntity t JOIN t.entries e"
                                + " WHERE t.madeAt >= :from AND t.madeAt < :until GROUP BY e.book",
                        Object[].class)
                .setParameter("from", start(month))
                .setParameter("until", start(month.plusMonths(1)))
                .getResultStream()
                .forEach(row -> books.put((Book) row[0], new Money(((Number) row[1]).longValue())));
        return new MoneyOfMonth(month, books);
    }

    /** All credit that customers have now, what is set aside for calls included: the operator owes it to them. */
    public Money owed() {
        // a sum of nothing is null, and what a sum is of differs from one database to the next
        Number sum = db.createQuery("SELECT SUM(w.available + w.reserved) FROM WalletEntity w", Number.class)
                .getSingleResult();
        return sum == null ? Money.ZERO : new Money(sum.longValue());
    }

    /** What these customers have; nothing for those who never had any. */
    public Map<AccountId, Balance> balances(List<AccountId> accounts) {
        Map<AccountId, Balance> found = new HashMap<>();
        accounts.forEach(account -> found.put(account, Balance.NOTHING));
        if (!accounts.isEmpty()) {
            db.createQuery("SELECT w FROM WalletEntity w WHERE w.account IN :accounts", WalletEntity.class)
                    .setParameter(
                            "accounts", accounts.stream().map(AccountId::value).toList())
                    .getResultStream()
                    .forEach(wallet -> found.put(wallet.account(), wallet.balance()));
        }
        return found;
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(BUCHAREST).toInstant();
    }
}
