package ro.clickphone.pbx.schedule;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;

/** The schedule of a customer (manual, step 2). What is saved counts from the next call on. */
@Stateless
@Guarded
public class ScheduleService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Event<AccountChanged> changed;

    /** {@link OpeningHours#ALWAYS_OPEN} while nothing was saved. */
    @Guarded(Need.READ)
    public OpeningHours hours(AccountId account) {
        List<OpenIntervalEntity> rows = db.createQuery(
                        "SELECT i FROM OpenIntervalEntity i WHERE i.accountId = :account", OpenIntervalEntity.class)
                .setParameter("account", account.value())
                .getResultList();
        return new OpeningHours(rows.stream().map(OpenIntervalEntity::interval).toList());
    }

    /**
     * Replaces the whole week.
     *
     * @throws Refusal {@code schedule.sameStart} when two intervals of a day begin in the same minute
     */
    public void save(AccountId account, OpeningHours hours) {
        refuseSameStart(hours.intervals());
        db.createQuery("DELETE FROM OpenIntervalEntity i WHERE i.accountId = :account")
                .setParameter("account", account.value())
                .executeUpdate();
        hours.intervals().forEach(interval -> db.persist(new OpenIntervalEntity(account, interval)));
        changed.fire(new AccountChanged(account));
    }

    private static void refuseSameStart(List<OpenInterval> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            OpenInterval one = sorted.get(i - 1);
            OpenInterval next = sorted.get(i);
            if (one.day() == next.day() && one.from().equals(next.from())) {
                throw new Refusal("schedule.sameStart", "intervals", next.day(), next.from());
            }
        }
    }
}
