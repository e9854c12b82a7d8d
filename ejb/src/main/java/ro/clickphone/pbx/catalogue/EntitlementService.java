package ro.clickphone.pbx.catalogue;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;

/** What an account may do; asked by whatever feature a package bounds. */
@Stateless
@Guarded(Need.READ_MONEY)
public class EntitlementService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private Clock clock;

    /** @throws NotFound {@code account.unknown} */
    public Entitlements of(AccountId account) {
        PriceList list = PriceList.of(db, Months.day(clock.instant()));
        List<Subscription> all = db.createQuery(
                        "SELECT s FROM SubscriptionEntity s WHERE s.key.account = :account AND s.state <> :ended",
                        SubscriptionEntity.class)
                .setParameter("account", account.value())
                .setParameter("ended", Subscription.State.ENDED)
                .getResultStream()
                .map(entity -> entity.asSubscription(list))
                .toList();
        List<Subscription> live = all.stream()
                .filter(one -> one.state() != Subscription.State.SUSPENDED
                        || one.product().family() == Family.PACKAGE)
                .toList();
        return live.stream()
                .filter(one -> one.product().family() == Family.PACKAGE)
                .findFirst()
                .map(found -> Entitlements.of(live, found))
                .orElseGet(() -> Entitlements.granted(accounts.find(account).extensionLimit()));
    }
}
