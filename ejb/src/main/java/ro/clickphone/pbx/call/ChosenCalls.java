package ro.clickphone.pbx.call;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.Set;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * The calls a report is about. A condition that every call fulfils is left out: counting then reads the index alone, and the
 * first page reads its own rows alone, since the index stands in the page's order.
 */
record ChosenCalls(AccountId account, Set<Direction> directions, CallFilter filter) {
    /** @param selected the SELECT clause, of calls named {@code c}; @param end what follows WHERE */
    <T> TypedQuery<T> query(EntityManager db, String selected, String end, Class<T> type) {
        TypedQuery<T> query = db.createQuery(selected + clause() + end, type)
                .setParameter("account", account.value())
                .setParameter("from", filter.from())
                .setParameter("until", filter.until());
        if (isOfSomeDirections()) {
            query.setParameter("directions", directions);
        }
        if (filter.isOfSomeStatuses()) {
            query.setParameter("statuses", filter.statuses());
        }
        if (filter.isSearch()) {
            query.setParameter("text", filter.pattern());
        }
        return query;
    }

    String clause() {
        StringBuilder clause = new StringBuilder(" FROM CallDetailEntity c WHERE c.key.account = :account"
                + " AND c.startedAt >= :from AND c.startedAt < :until");
        if (isOfSomeDirections()) {
            clause.append(" AND c.direction IN :directions");
        }
        if (filter.isOfSomeStatuses()) {
            clause.append(" AND c.status IN :statuses");
        }
        if (filter.isSearch()) {
            clause.append(" AND (c.source LIKE :text ESCAPE '!' OR c.sourceName LIKE :text ESCAPE '!'"
                    + " OR c.destination LIKE :text ESCAPE '!')");
        }
        return clause.toString();
    }

    private boolean isOfSomeDirections() {
        return !directions.containsAll(EnumSet.allOf(Direction.class));
    }
}
