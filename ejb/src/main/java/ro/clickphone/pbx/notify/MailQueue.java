package ro.clickphone.pbx.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import ro.clickphone.pbx.vault.Vault;

/** The postman's side of the outbox: each step a transaction of its own, so that no mail server is waited for inside one. */
@ApplicationScoped
@Transactional
class MailQueue {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST_REMOVED = 1000;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    List<Long> due(int most) {
        return db.createQuery(
                        "SELECT m.id FROM MailEntity m WHERE m.state IN :states AND m.nextTryAt <= :now ORDER BY m.nextTryAt",
                        Long.class)
                .setParameter("states", EnumSet.of(MailState.WAITING, MailState.SENDING))
                .setParameter("now", clock.instant())
                .setMaxResults(most)
                .getResultList();
    }

    /** Takes a mail for this node; empty when another has it. */
    Optional<Letter> claim(long id) {
        Instant now = clock.instant();
        return locked(id).filter(mail -> mail.isDue(now)).map(mail -> {
            mail.claimed(now);
            return mail.asLetter(vault);
        });
    }

    void sent(long id) {
        settle(id, MailEntity::sent);
    }

    void failed(long id, String reason) {
        settle(id, (mail, now) -> mail.failed(reason, now));
    }

    void refused(long id, String reason) {
        settle(id, (mail, now) -> mail.refused(reason));
    }

    /** Old mails go; what they told of stands elsewhere. */
    int forgetOld() {
        Instant before = clock.instant().minus(KEPT);
        List<MailEntity> old = db.createQuery(
                        "SELECT m FROM MailEntity m WHERE m.createdAt < :before ORDER BY m.id", MailEntity.class)
                .setParameter("before", before)
                .setMaxResults(MOST_REMOVED)
                .getResultList();
        old.forEach(db::remove);
        db.createNativeQuery("DELETE FROM mail_pace WHERE until_at < ?1")
                .setParameter(1, java.sql.Timestamp.from(before))
                .executeUpdate();
        return old.size();
    }

    private void settle(long id, BiConsumer<MailEntity, Instant> change) {
        locked(id).ifPresent(mail -> change.accept(mail, clock.instant()));
    }

    private Optional<MailEntity> locked(long id) {
        return Optional.ofNullable(db.find(MailEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
