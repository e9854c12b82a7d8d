package ro.clickphone.pbx.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import ro.clickphone.pbx.access.SlowHash;
import ro.clickphone.pbx.access.Token;
import ro.clickphone.pbx.vault.Vault;

/** Judges passwords and codes in a transaction of its own: a wrong one counts although what it was for is rolled back. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SignInTries {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /** A wrong password, an unknown address and a closed sign-in take the same time. */
    Optional<SignedIn> password(String email, String password) {
        if (password.length() > Passwords.LONGEST || email.length() > NewUser.LONGEST_EMAIL) {
            return Optional.empty();
        }
        Optional<UserEntity> user = locked(email);
        if (user.isEmpty()) {
            SlowHash.spendTheTime(password);
        }
        return user.filter(known -> known.opensWith(password, clock.instant())).map(UserEntity::asSignedIn);
    }

    /** A code of the app, or one of the recovery codes, each of which works once. */
    boolean code(String email, String code) {
        Optional<UserEntity> known = locked(email);
        if (known.isEmpty() || code.length() > NewUser.LONGEST_EMAIL) {
            return false;
        }
        UserEntity user = known.get();
        boolean right = !user.isClosed(clock.instant())
                && (user.takesCode(code, clock.instant(), vault) || recovered(user, code));
        if (!right) {
            user.wrong(clock.instant());
        }
        return right;
    }

    private boolean recovered(UserEntity user, String code) {
        String written = code.replaceAll("[\\s-]", "");
        return db.createQuery("DELETE FROM RecoveryCodeEntity r WHERE r.user = :user AND r.sha256 = :sha256")
                        .setParameter("user", user.id())
                        .setParameter("sha256", Token.of(written).sha256())
                        .executeUpdate()
                == 1;
    }

    private Optional<UserEntity> locked(String email) {
        return db.createQuery("SELECT u FROM UserEntity u WHERE u.email = :email", UserEntity.class)
                .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
