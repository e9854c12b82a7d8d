package ro.clickphone.pbx.callflow;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.ivr.IvrService;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.queue.QueueService;

/** Where a customer's incoming calls go (manual, step 5). What is saved counts from the next call on. */
@Stateless
@Guarded
public class RoutingService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Event<AccountChanged> changed;

    @Inject
    private AccountService accounts;

    @Inject
    private QueueService queues;

    @Inject
    private IvrService menus;

    @Inject
    private ExtensionService extensions;

    @Inject
    private Audit audit;

    /** Empty while the customer has chosen nothing: then the lowest extension, the base phone, rings (item 138). */
    @Guarded(Need.READ)
    public Optional<Destination> destination(AccountId account) {
        return Optional.ofNullable(db.find(RoutingEntity.class, account.value()))
                .map(RoutingEntity::destination);
    }

    /**
     * The same for somebody who has looked at the choice for a while.
     *
     * @param read what was to be changed
     * @throws Refusal {@code edit.stale} when somebody else has saved since
     */
    public void route(AccountId account, Optional<Destination> read, Destination destination) {
        accounts.hold(account);
        if (!destination(account).equals(read)) {
            throw new Refusal("edit.stale", "");
        }
        route(account, destination);
    }

    /**
     * @throws Refusal {@code routing.queueEmpty}, {@code routing.noMenu}, {@code extension.unknown}: nobody would ever be
     *     reached (item 143)
     */
    public void route(AccountId account, Destination destination) {
        refuseDeadEnd(account, destination);
        String was = destination(account).map(Destination::text).orElse("");
        audit.record(account, new Act("routing.chosen", "", was, destination.text()));
        RoutingEntity routing = db.find(RoutingEntity.class, account.value());
        if (routing == null) {
            db.persist(new RoutingEntity(account, destination));
        } else {
            routing.take(destination);
        }
        changed.fire(new AccountChanged(account));
    }

    private void refuseDeadEnd(AccountId account, Destination destination) {
        if (destination instanceof Destination.Queue && queues.settings(account).isEmpty()) {
            throw new Refusal("routing.queueEmpty", "destination");
        }
        if (destination instanceof Destination.Ivr && menus.live(account).isEmpty()) {
            throw new Refusal("routing.noMenu", "destination");
        }
        if (destination instanceof Destination.Extensions direct) {
            extensions.refuseUnknown(account, direct.extensions(), "extensions");
        }
    }
}
