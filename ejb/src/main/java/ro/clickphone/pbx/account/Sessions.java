package ro.clickphone.pbx.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.access.Token;

/** Open sessions of the portal: listed for their owner, ended from elsewhere, over by themselves. */
@Stateless
@Guarded(Need.READ_MONEY)
public class Sessions {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private UserTable users;

    @Inject
    private Clock clock;

    @Guarded(Need.NOTHING)
    public void begin(SignedIn who, String cookie, String browser) {
        String address = Acting.now().address();
        long user = users.find(who).id();
        db.persist(new SessionEntity(hash(cookie), user, address, browser, clock.instant()));
    }

    /** Whether that session is still open; being asked keeps it so. */
    @Guarded(Need.NOTHING)
    public boolean isOpen(SignedIn who, String cookie) {
        Instant now = clock.instant();
        Optional<SessionEntity> known = Optional.ofNullable(db.find(SessionEntity.class, hash(cookie)))
                .filter(session -> session.isAlive(now))
                .filter(session -> session.user() == users.find(who).id());
        known.filter(session -> session.wantsWriting(now)).ifPresent(session -> session.seen(now));
        return known.isPresent();
    }

    /** The one last seen first. */
    public List<PortalSession> list(SignedIn who) {
        return db.createQuery(
                        "SELECT s FROM SessionEntity s WHERE s.user = :user AND s.seenAt > :since ORDER BY s.seenAt DESC",
                        SessionEntity.class)
                .setParameter("user", users.find(who).id())
                .setParameter("since", clock.instant().minus(SessionEntity.IDLE))
                .getResultStream()
                .map(SessionEntity::asSession)
                .toList();
    }

    /** Which of them this cookie is. */
    @Guarded(Need.NOTHING)
    public String idOf(String cookie) {
        return hash(cookie);
    }

    /** Nothing happens when it is another person's, or over already. */
    @Guarded(Need.NOTHING)
    public void end(SignedIn who, String id) {
        db.createQuery("DELETE FROM SessionEntity s WHERE s.sha256 = :id AND s.user = :user")
                .setParameter("id", id)
                .setParameter("user", users.find(who).id())
                .executeUpdate();
    }

    /** All but that one: after a change of password, or because somebody wants so. */
    public void endOthers(SignedIn who, String id) {
        users.endSessions(users.find(who).id(), id);
    }

    /** @return how many were over for long */
    @Guarded(Need.OPERATE)
    public int forgetOld() {
        return db.createQuery("DELETE FROM SessionEntity s WHERE s.seenAt < :before")
                .setParameter("before", clock.instant().minus(SessionEntity.LONGEST))
                .executeUpdate();
    }

    private static String hash(String cookie) {
        return Token.of(cookie).sha256();
    }
}
