package ro.clickphone.pbx.call;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/** Keeps the records of ended calls, and makes the reports of them; lists are cut and sorted by the database. */
@Stateless
@Guarded(Need.OPERATE)
public class CallDetailService {
    private static final long QUARTER_SECONDS = 900;
    private static final int MOST_DESTINATIONS = 20;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    /** Those of the calls that have not been kept: a record may come twice, even in one delivery. */
    public List<EndedCall> unknown(List<EndedCall> calls) {
        Set<CallKey> known = known(calls);
        return calls.stream().filter(call -> known.add(keyOf(call))).toList();
    }

    private Set<CallKey> known(List<EndedCall> calls) {
        Set<CallKey> known = new HashSet<>();
        if (!calls.isEmpty()) {
            db.createQuery(
                            "SELECT c.key.account, c.key.callId FROM CallDetailEntity c"
                                    + " WHERE c.key.account IN :accounts AND c.key.callId IN :calls",
                            Object[].class)
                    .setParameter(
                            "accounts",
                            calls.stream()
                                    .map(call -> call.account().value())
                                    .distinct()
                                    .toList())
                    .setParameter(
                            "calls",
                            calls.stream()
                                    .map(call -> call.record().id().toString())
                                    .toList())
                    .getResultStream()
                    .map(row -> new CallKey(new AccountId((Long) row[0]), CallId.parse((String) row[1])))
                    .forEach(known::add);
        }
        return known;
    }

    private static CallKey keyOf(EndedCall call) {
        return new CallKey(call.account(), call.record().id());
    }

    /** Keeps calls and their legs, in the caller's transaction; calls that are {@link #unknown} only. */
    public List<CallDetail> keep(List<PricedCall> calls) {
        List<CallDetailEntity> kept = calls.stream()
                .map(priced -> new CallDetailEntity(
                        priced.call().account(),
                        priced.call().record(),
                        priced.call().path(),
                        priced.price()))
                .toList();
        kept.forEach(db::persist);
        db.flush();
        for (PricedCall priced : calls) {
            AccountId account = priced.call().account();
            priced.call().record().legs().forEach(leg -> db.persist(new CallLegEntity(account, leg)));
        }
        return kept.stream().map(CallDetailEntity::asDetail).toList();
    }

    /** Whether the call has been kept already: its record may come twice. */
    public boolean isKnown(AccountId account, CallId call) {
        return db.find(CallDetailEntity.class, new CallKey(account, call)) != null;
    }

    /** @throws NotFound {@code call.unknown} */
    @Guarded(Need.READ)
    public CallDetail find(AccountId account, CallId call) {
        return Optional.ofNullable(db.find(CallDetailEntity.class, new CallKey(account, call)))
                .orElseThrow(() -> new NotFound("call.unknown", call))
                .asDetail();
    }

    /** The legs of a call, the caller's first; empty when the account has no such call. */
    @Guarded(Need.READ)
    public List<CallLeg> legs(AccountId account, CallId call) {
        return db.createQuery(
                        "SELECT l FROM CallLegEntity l WHERE l.key.account = :account AND l.key.callId = :call"
                                + " ORDER BY l.key.leg",
                        CallLegEntity.class)
                .setParameter("account", account.value())
                .setParameter("call", call.toString())
                .getResultStream()
                .map(CallLegEntity::asLeg)
                .toList();
    }

    /** Calls from the public network. */
    @Guarded(Need.READ)
    public Page<CallDetail> received(AccountId account, CallFilter filter, CallSort sort, PageRequest page) {
        return list(account, EnumSet.of(Direction.RECEIVED), filter, sort, page);
    }

    /** Calls to the public network and to the services of the exchange. */
    @Guarded(Need.READ)
    public Page<CallDetail> placed(AccountId account, CallFilter filter, CallSort sort, PageRequest page) {
        return list(account, EnumSet.of(Direction.PLACED), filter, sort, page);
    }

    /** All the account's calls, those between its extensions too. */
    @Guarded(Need.READ)
    public Page<CallDetail> all(AccountId account, CallFilter filter, CallSort sort, PageRequest page) {
        return list(account, EnumSet.allOf(Direction.class), filter, sort, page);
    }

    /** The foot of the report of calls in those directions. */
    @Guarded(Need.READ)
    public CallTotals totals(AccountId account, Set<Direction> directions, CallFilter filter) {
        String sums = "SELECT c.status, COUNT(c), COALESCE(SUM(c.talkSeconds), 0), COALESCE(SUM(c.price), 0)";
        ChosenCalls chosen = new ChosenCalls(account, directions, filter);
        long taken = 0;
        long lost = 0;
        long seconds = 0;
        long micros = 0;
        for (Object[] row :
                chosen.query(db, sums, " GROUP BY c.status", Object[].class).getResultList()) {
            long calls = ((Number) row[1]).longValue();
            seconds += ((Number) row[2]).longValue();
            micros += ((Number) row[3]).longValue();
            if (row[0] == CallStatus.TAKEN) {
                taken = calls;
            } else {
                lost = calls;
            }
        }
        return new CallTotals(taken, lost, Duration.ofSeconds(seconds), new Money(micros));
    }

    /** What calls placed in that month cost, by day and by destination; the filter's text and outcomes do not count. */
    @Guarded(Need.READ)
    public CallSpending spending(AccountId account, CallFilter filter) {
        Map<Instant, Money> quarters = new HashMap<>();
        paid(
                        "SELECT TIMESTAMPDIFF(SECOND, '1970-01-01', started_at) DIV 900, SUM(price)",
                        " GROUP BY 1",
                        account,
                        filter)
                .forEach(row -> quarters.put(
                        Instant.ofEpochSecond(((Number) row[0]).longValue() * QUARTER_SECONDS),
                        new Money(((Number) row[1]).longValue())));
        List<CallSpending.OfDestination> destinations = paid(
                        "SELECT rate_destination, COUNT(*), SUM(talk_seconds), SUM(price)",
                        " GROUP BY rate_destination ORDER BY 4 DESC LIMIT " + MOST_DESTINATIONS,
                        account,
                        filter)
                .stream()
                .map(row -> new CallSpending.OfDestination(
                        (String) row[0],
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue(),
                        new Money(((Number) row[3]).longValue())))
                .toList();
        return new CallSpending(CallSpending.byDay(filter.month(), filter.zone(), quarters), destinations);
    }

    @SuppressWarnings("unchecked") // JPA's native queries have no types
    private List<Object[]> paid(String selected, String grouped, AccountId account, CallFilter filter) {
        return db.createNativeQuery(selected
                        + " FROM call_detail WHERE account_id = ?1 AND started_at >= ?2 AND started_at < ?3 AND price > 0"
                        + grouped)
                .setParameter(1, account.value())
                .setParameter(2, LocalDateTime.ofInstant(filter.from(), ZoneOffset.UTC))
                .setParameter(3, LocalDateTime.ofInstant(filter.until(), ZoneOffset.UTC))
                .getResultList();
    }

    private Page<CallDetail> list(
            AccountId account, Set<Direction> directions, CallFilter filter, CallSort sort, PageRequest page) {
        ChosenCalls chosen = new ChosenCalls(account, directions, filter);
        List<CallDetail> items = chosen.query(db, "SELECT c", sort.clause(), CallDetailEntity.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(CallDetailEntity::asDetail)
                .toList();
        boolean isLast = items.size() < page.size() && (page.offset() == 0 || !items.isEmpty());
        long total = isLast
                ? page.offset() + items.size()
                : chosen.query(db, "SELECT COUNT(c)", "", Long.class).getSingleResult();
        return new Page<>(items, total);
    }
}
