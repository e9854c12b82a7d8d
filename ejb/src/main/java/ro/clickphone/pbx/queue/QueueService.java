package ro.clickphone.pbx.queue;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberPlan;

/** The queue of a customer (manual, step 3). What is saved counts from the next caller on. */
@Stateless
@Guarded
public class QueueService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Event<AccountChanged> changed;

    @Inject
    private ExtensionService extensions;

    @Inject
    private AccountService accounts;

    @Inject
    private Audit audit;

    /** {@link QueueSettings#NONE} while nothing was saved. */
    @Guarded(Need.READ)
    public QueueSettings settings(AccountId account) {
        QueueEntity queue = db.find(QueueEntity.class, account.value());
        return queue == null ? QueueSettings.NONE : queue.settings(agents(account));
    }

    /**
     * The same for somebody who has looked at the settings for a while.
     *
     * @param read what was to be changed
     * @throws Refusal {@code edit.stale} when somebody else has saved since
     */
    public void save(AccountId account, QueueSettings read, QueueSettings settings) {
        accounts.hold(account);
        if (!settings(account).equals(read)) {
            throw new Refusal("edit.stale", "");
        }
        save(account, settings);
    }

    /**
     * @throws Refusal {@code extension.unknown}, {@code queue.wayOut} when the way out leads back into the queue,
     *     {@code forward.number} when it leads to no ordinary number
     */
    public void save(AccountId account, QueueSettings settings) {
        refuseUnknown(account, settings);
        audit.record(account, new Act("queue.saved", "", settings(account).text(), settings.text()));
        QueueEntity queue = db.find(QueueEntity.class, account.value());
        if (queue == null) {
            db.persist(new QueueEntity(account, settings));
            db.flush(); // its agents refer to it by a foreign key that the mapping does not know
        } else {
            queue.take(settings);
        }
        db.createQuery("DELETE FROM QueueAgentEntity a WHERE a.accountId = :account")
                .setParameter("account", account.value())
                .executeUpdate();
        int place = 0;
        for (QueueAgent agent : settings.agents()) {
            db.persist(new QueueAgentEntity(account, place++, agent));
        }
        forgetPausesOfOthers(account, settings.extensions());
        changed.fire(new AccountChanged(account));
    }

    /** Takes an extension off the list, and off the way out: the repair before it is deleted. */
    public void removeAgent(AccountId account, ExtensionNumber extension) {
        QueueSettings settings = settings(account);
        QueueWait waiting = settings.waiting();
        WayOut wayOut =
                waiting.wayOut().equals(new WayOut.ToExtension(extension)) ? new WayOut.Goodbye() : waiting.wayOut();
        save(
                account,
                new QueueSettings(
                        settings.agents().stream()
                                .filter(agent -> !agent.extension().equals(extension))
                                .toList(),
                        settings.strategy(),
                        settings.wrapUp(),
                        new QueueWait(waiting.longest(), wayOut, waiting.announcing())));
    }

    /** The agents on pause: the queue does not ring them, everybody else does. */
    @Guarded(Need.READ)
    public Set<ExtensionNumber> paused(AccountId account) {
        return db.createQuery("SELECT p.extension FROM QueuePauseEntity p WHERE p.accountId = :account", Integer.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(ExtensionNumber::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws Refusal {@code queue.notAgent} */
    public void pause(AccountId account, ExtensionNumber agent) {
        if (!settings(account).extensions().contains(agent)) {
            throw new Refusal("queue.notAgent", "", agent);
        }
        QueuePauseEntity.Key key = new QueuePauseEntity.Key(account, agent);
        if (db.find(QueuePauseEntity.class, key) == null) {
            db.persist(new QueuePauseEntity(account, agent));
            changed.fire(new AccountChanged(account));
        }
    }

    /** The end of a pause; nothing when there was none. */
    public void resume(AccountId account, ExtensionNumber agent) {
        QueuePauseEntity pause = db.find(QueuePauseEntity.class, new QueuePauseEntity.Key(account, agent));
        if (pause != null) {
            db.remove(pause);
            changed.fire(new AccountChanged(account));
        }
    }

    private void refuseUnknown(AccountId account, QueueSettings settings) {
        extensions.refuseUnknown(account, settings.extensions(), "agents");
        if (settings.waiting().wayOut() instanceof WayOut.ToExtension to) {
            extensions.refuseUnknown(account, List.of(to.extension()), "wayOut");
            if (settings.extensions().contains(to.extension())) {
                throw new Refusal("queue.wayOut", "wayOut", to.extension());
            }
        } else if (settings.waiting().wayOut() instanceof WayOut.ToNumber to) {
            refuseDear(to.number());
        }
    }

    /** Premium and special numbers are no place to send a customer's callers to. */
    private static void refuseDear(E164 number) {
        if (NumberPlan.ordinary(number.value()).isEmpty()) {
            throw new Refusal("forward.number", "wayOutNumber", number);
        }
    }

    private void forgetPausesOfOthers(AccountId account, List<ExtensionNumber> agents) {
        List<ExtensionNumber> strangers = new ArrayList<>(paused(account));
        strangers.removeAll(agents);
        strangers.forEach(
                agent -> db.remove(db.find(QueuePauseEntity.class, new QueuePauseEntity.Key(account, agent))));
    }

    private List<QueueAgent> agents(AccountId account) {
        return db.createQuery(
                        "SELECT a FROM QueueAgentEntity a WHERE a.accountId = :account ORDER BY a.place",
                        QueueAgentEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(QueueAgentEntity::agent)
                .toList();
    }
}
