package ro.clickphone.pbx.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import ro.clickphone.pbx.kernel.NotFound;

/** How the services of this room find a user's row. */
@ApplicationScoped
@Transactional
class UserTable {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    /** @throws NotFound {@code user.unknown}, also when that person has moved to another account */
    UserEntity find(SignedIn who) {
        return byEmail(who.email())
                .filter(user -> user.asSignedIn().account().equals(who.account()))
                .orElseThrow(() -> new NotFound("user.unknown", who.email()));
    }

    Optional<UserEntity> byEmail(String email) {
        return db.createQuery("SELECT u FROM UserEntity u WHERE u.email = :email", UserEntity.class)
                .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    /** @param kept the session that stays; empty for none */
    void endSessions(long user, String kept) {
        db.createQuery("DELETE FROM SessionEntity s WHERE s.user = :user AND s.sha256 <> :kept")
                .setParameter("user", user)
                .setParameter("kept", kept)
                .executeUpdate();
    }
}
