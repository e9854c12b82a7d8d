package ro.clickphone.pbx.ledger;

import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * Which rows of a statement are asked for.
 *
 * @param kinds of those on a statement; never empty
 * @param from inclusive
 * @param until exclusive
 */
public record WalletFilter(Set<TransferKind> kinds, Instant from, Instant until) {
    static final String CHOSEN =
            " WHERE t.key.account = :account AND t.kind IN :kinds" + " AND t.madeAt >= :from AND t.madeAt < :until";

    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    public WalletFilter {
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty() || !kinds.stream().allMatch(TransferKind::isOnStatement)) {
            throw new IllegalArgumentException("no rows of a statement: " + kinds);
        }
    }

    /** Everything that changed what the customer has, calls too. */
    public static WalletFilter all() {
        Set<TransferKind> kinds = EnumSet.allOf(TransferKind.class);
        kinds.removeIf(kind -> !kind.isOnStatement());
        return new WalletFilter(kinds, EVER, NEVER);
    }

    /** As the manual's page shows it: credit, fees, corrections; calls have a report of their own. */
    public static WalletFilter withoutCalls() {
        Set<TransferKind> kinds = EnumSet.allOf(TransferKind.class);
        kinds.removeIf(kind -> !kind.isOnStatement() || kind == TransferKind.CALL);
        return new WalletFilter(kinds, EVER, NEVER);
    }

    public WalletFilter between(Instant start, Instant end) {
        return new WalletFilter(kinds, start, end);
    }

    <T> TypedQuery<T> bind(TypedQuery<T> query, AccountId account) {
        return query.setParameter("account", account.value())
                .setParameter("kinds", kinds)
                .setParameter("from", from)
                .setParameter("until", until);
    }
}
