package ro.clickphone.pbx.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/**
 * The audit log. Who acts and from where is known already ({@link Acting}); what was done is recorded inside the
 * transaction that does it, so that neither is without the other.
 */
@Stateless
@Guarded(Need.OPERATE)
public class Audit {
    /** How long lines are kept. */
    public static final Period KEPT = Period.ofYears(5);

    private static final String CHOSEN = " FROM AuditEntity a WHERE a.at >= :from AND a.at < :until"
            + " AND (a.actor LIKE :text ESCAPE '!' OR a.address LIKE :text ESCAPE '!'"
            + " OR a.act LIKE :text ESCAPE '!' OR a.subject LIKE :text ESCAPE '!')";

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    /** Something was done in that account. */
    @Guarded(Need.NOTHING)
    public void record(AccountId account, Act act) {
        db.persist(new AuditEntity(Optional.of(account), Acting.now(), act, clock.instant()));
    }

    /** Something was done that concerns no customer. */
    @Guarded(Need.NOTHING)
    public void record(Act act) {
        db.persist(new AuditEntity(Optional.empty(), Acting.now(), act, clock.instant()));
    }

    /** What was done in that account, newest first. */
    @Guarded(Need.OWN)
    public Page<AuditLine> list(AccountId account, AuditFilter filter, PageRequest page) {
        return list(filter, page, " AND a.account = " + account.value());
    }

    /** What was done anywhere, newest first; for the operator. */
    public Page<AuditLine> list(AuditFilter filter, PageRequest page) {
        return list(filter, page, "");
    }

    /** Removes lines older than {@link #KEPT}. @return how many */
    public int forgetOld() {
        return db.createQuery("DELETE FROM AuditEntity a WHERE a.at < :before")
                .setParameter(
                        "before",
                        clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT).toInstant())
                .executeUpdate();
    }

    private Page<AuditLine> list(AuditFilter filter, PageRequest page, String whose) {
        List<AuditLine> items = chosen(
                        db.createQuery("SELECT a" + CHOSEN + whose + " ORDER BY a.id DESC", AuditEntity.class), filter)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(AuditEntity::asLine)
                .toList();
        long total = chosen(db.createQuery("SELECT COUNT(a)" + CHOSEN + whose, Long.class), filter)
                .getSingleResult();
        return new Page<>(items, total);
    }

    private static <T> TypedQuery<T> chosen(TypedQuery<T> query, AuditFilter filter) {
        return query.setParameter("from", filter.from())
                .setParameter("until", filter.until())
                .setParameter("text", filter.pattern());
    }
}
