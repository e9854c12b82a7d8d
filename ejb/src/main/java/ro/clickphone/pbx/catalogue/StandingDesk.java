package ro.clickphone.pbx.catalogue;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;

/** How customers stand with their fees, for finance. */
@Stateless
@Guarded(Need.FINANCE)
public class StandingDesk {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    /** The worst state of what each of them has; who has nothing is left out. */
    public Map<AccountId, Subscription.State> of(List<AccountId> accounts) {
        Map<AccountId, Subscription.State> worst = new HashMap<>();
        if (!accounts.isEmpty()) {
            db.createQuery(
                            "SELECT DISTINCT s.key.account, s.state FROM SubscriptionEntity s"
                                    + " WHERE s.key.account IN :accounts AND s.state <> :ended",
                            Object[].class)
                    .setParameter(
                            "accounts", accounts.stream().map(AccountId::value).toList())
                    .setParameter("ended", Subscription.State.ENDED)
                    .getResultStream()
                    .forEach(row -> worst.merge(
                            new AccountId((Long) row[0]),
                            (Subscription.State) row[1],
                            (one, other) -> one.compareTo(other) >= 0 ? one : other));
        }
        return worst;
    }
}
