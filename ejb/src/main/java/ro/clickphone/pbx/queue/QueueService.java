package ro.clickphone.pbx.queue;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;

/** The queue of a customer (manual, step 3). What is saved counts from the next caller on. */
@Stateless
public class QueueService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Event<AccountChanged> changed;

    @Inject
    private ExtensionService extensions;

    /** {@link QueueSettings#NONE} while nothing was saved. */
    public QueueSettings settings(AccountId account) {
        QueueEntity queue = db.find(QueueEntity.class, account.value());
        return queue == null ? QueueSettings.NONE : queue.settings(agents(account));
    }

    /** @throws Refusal {@code extension.unknown} */
    public void save(AccountId account, QueueSettings settings) {
        extensions.refuseUnknown(account, settings.agents(), "agents");
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
        for (ExtensionNumber agent : settings.agents()) {
            db.persist(new QueueAgentEntity(account, place++, agent));
        }
        changed.fire(new AccountChanged(account));
    }

    private List<ExtensionNumber> agents(AccountId account) {
        return db.createQuery(
                        "SELECT a.extension FROM QueueAgentEntity a WHERE a.accountId = :account ORDER BY a.place",
                        Integer.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(ExtensionNumber::new)
                .toList();
    }
}
