package ro.clickphone.pbx.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.access.SlowHash;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;

/** The people who sign in: those of the customers, and the back office, who belong to none. */
@Stateless
@Guarded(Need.OWN)
public class Users {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * @throws Refusal {@code user.taken} when somebody signs in with that address already, {@code user.role} for a role
     *     of the back office
     */
    public SignedIn add(AccountId account, NewUser order) {
        accounts.find(account);
        if (order.role().isBackOffice()) {
            throw new Refusal("user.role", "role", order.role());
        }
        SignedIn added = keep(Optional.of(account), order);
        audit.record(
                account, new Act("user.added", order.email(), "", order.role().name()));
        return added;
    }

    /** @throws Refusal {@code user.taken}, {@code user.role} for a role of a customer */
    @Guarded(Need.OPERATE)
    public SignedIn addToBackOffice(NewUser order) {
        if (!order.role().isBackOffice()) {
            throw new Refusal("user.role", "role", order.role());
        }
        SignedIn added = keep(Optional.empty(), order);
        audit.record(new Act("user.added", order.email(), "", order.role().name()));
        return added;
    }

    @Guarded(Need.OPERATE)
    public boolean hasBackOffice() {
        return db.createQuery("SELECT COUNT(u) FROM UserEntity u WHERE u.account IS NULL", Long.class)
                        .getSingleResult()
                > 0;
    }

    @Guarded(Need.READ_MONEY)
    public List<SignedIn> list(AccountId account) {
        return db.createQuery(
                        "SELECT u FROM UserEntity u WHERE u.account = :account ORDER BY u.email", UserEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(UserEntity::asSignedIn)
                .toList();
    }

    /** To whom mails about the account go: its oldest owner. Empty while nobody signs in for it. */
    @Guarded(Need.READ_MONEY)
    public Optional<SignedIn> owner(AccountId account) {
        return db.createQuery(
                        "SELECT u FROM UserEntity u WHERE u.account = :account AND u.role = :owner ORDER BY u.id",
                        UserEntity.class)
                .setParameter("account", account.value())
                .setParameter("owner", Role.OWNER)
                .setMaxResults(1)
                .getResultStream()
                .map(UserEntity::asSignedIn)
                .findFirst();
    }

    /**
     * Who signs in with this address and password. A wrong password, an unknown address and a sign-in closed after too
     * many tries look the same and take the same time.
     */
    @Guarded(Need.NOTHING)
    public Optional<SignedIn> verify(String email, String password) {
        if (password.length() > NewUser.LONGEST_PASSWORD || email.length() > NewUser.LONGEST_EMAIL) {
            return Optional.empty();
        }
        Optional<UserEntity> user = byEmail(email);
        if (user.isEmpty()) {
            SlowHash.spendTheTime(password);
        }
        return user.filter(known -> known.opensWith(password, clock.instant())).map(UserEntity::asSignedIn);
    }

    /** Who has signed in with this address; asked by a request that follows. */
    @Guarded(Need.NOTHING)
    public Optional<SignedIn> signedIn(String email) {
        return byEmail(email).map(UserEntity::asSignedIn);
    }

    /** @throws Refusal {@code user.wrongPassword} or {@code user.password} */
    @Guarded(Need.READ_MONEY)
    public void changePassword(SignedIn who, String oldPassword, String newPassword) {
        NewUser.checkPassword(newPassword);
        if (verify(who.email(), oldPassword).isEmpty()) {
            throw new Refusal("user.wrongPassword", "oldPassword");
        }
        user(who).setPassword(newPassword);
        record(who, Act.of("user.password", who.email()));
    }

    /** @throws Refusal {@code user.language} for another than {@code ro} and {@code en} */
    @Guarded(Need.READ_MONEY)
    public void changeLanguage(SignedIn who, String language) {
        if (!List.of("ro", "en").contains(language)) {
            throw new Refusal("user.language", "language");
        }
        user(who).setLanguage(language);
    }

    private SignedIn keep(Optional<AccountId> account, NewUser order) {
        if (byEmail(order.email()).isPresent()) {
            throw new Refusal("user.taken", "email", order.email());
        }
        UserEntity user = new UserEntity(account, order, clock.instant());
        db.persist(user);
        db.flush();
        return user.asSignedIn();
    }

    private void record(SignedIn who, Act act) {
        who.account().ifPresentOrElse(account -> audit.record(account, act), () -> audit.record(act));
    }

    private UserEntity user(SignedIn who) {
        return byEmail(who.email())
                .filter(user -> user.asSignedIn().account().equals(who.account()))
                .orElseThrow(() -> new NotFound("user.unknown", who.email()));
    }

    private Optional<UserEntity> byEmail(String email) {
        return db.createQuery("SELECT u FROM UserEntity u WHERE u.email = :email", UserEntity.class)
                .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }
}
