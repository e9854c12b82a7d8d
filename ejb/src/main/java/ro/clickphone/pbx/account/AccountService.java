package ro.clickphone.pbx.account;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;

/** Customers, and the people who sign in for them. */
@Stateless
public class AccountService {
    /** The first number given to a customer whose number the operator does not choose. */
    private static final long FIRST_FREE = 60_000;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountChanged> changed;

    /** Creates a customer under the next free number. */
    public Account create(NewAccount order) {
        long highest = db.createQuery("SELECT COALESCE(MAX(a.id), 0) FROM AccountEntity a", Long.class)
                .getSingleResult();
        return create(new AccountId(Math.max(highest + 1, FIRST_FREE)), order);
    }

    /** @throws Refusal {@code account.taken} when there is one of that number */
    public Account create(AccountId id, NewAccount order) {
        if (exists(id)) {
            throw new Refusal("account.taken", "id", id);
        }
        AccountEntity account = new AccountEntity(id, order, clock.instant());
        db.persist(account);
        db.flush();
        changed.fire(new AccountChanged(id));
        return account.asAccount();
    }

    public boolean exists(AccountId id) {
        return db.find(AccountEntity.class, id.value()) != null;
    }

    /** @throws NotFound {@code account.unknown} */
    public Account find(AccountId id) {
        return Optional.ofNullable(db.find(AccountEntity.class, id.value()))
                .orElseThrow(() -> new NotFound("account.unknown", id))
                .asAccount();
    }

    /**
     * The account, held against others until the transaction ends: what counts before it adds goes one after another.
     *
     * @throws NotFound {@code account.unknown}
     */
    public Account hold(AccountId id) {
        return Optional.ofNullable(db.find(AccountEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new NotFound("account.unknown", id))
                .asAccount();
    }

    /** For operators; a customer never sees another. */
    public Page<Account> list(PageRequest page) {
        List<Account> accounts = db.createQuery("SELECT a FROM AccountEntity a ORDER BY a.id", AccountEntity.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(AccountEntity::asAccount)
                .toList();
        long total = db.createQuery("SELECT COUNT(a) FROM AccountEntity a", Long.class)
                .getSingleResult();
        return new Page<>(accounts, total);
    }

    /** @throws Refusal {@code user.taken} when somebody signs in with that address already */
    public SignedIn addUser(AccountId account, NewUser order) {
        find(account);
        if (byEmail(order.email()).isPresent()) {
            throw new Refusal("user.taken", "email", order.email());
        }
        UserEntity user = new UserEntity(account, order, clock.instant());
        db.persist(user);
        db.flush();
        return user.asSignedIn();
    }

    public List<SignedIn> users(AccountId account) {
        return db.createQuery(
                        "SELECT u FROM UserEntity u WHERE u.account = :account ORDER BY u.email", UserEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(UserEntity::asSignedIn)
                .toList();
    }

    /**
     * Who signs in with this address and password. A wrong password, an unknown address and a sign-in closed after too
     * many tries look the same and take the same time.
     */
    public Optional<SignedIn> verify(String email, String password) {
        if (password.length() > NewUser.LONGEST_PASSWORD || email.length() > NewUser.LONGEST_EMAIL) {
            return Optional.empty();
        }
        Optional<UserEntity> user = byEmail(email);
        if (user.isEmpty()) {
            PasswordHash.spendTheTime(password);
        }
        return user.filter(known -> known.opensWith(password, clock.instant())).map(UserEntity::asSignedIn);
    }

    /** Who has signed in with this address; asked by a request that follows. */
    public Optional<SignedIn> signedIn(String email) {
        return byEmail(email).map(UserEntity::asSignedIn);
    }

    /** @throws Refusal {@code user.wrongPassword} or {@code user.password} */
    public void changePassword(AccountId account, String email, String oldPassword, String newPassword) {
        NewUser.checkPassword(newPassword);
        if (verify(email, oldPassword).isEmpty()) {
            throw new Refusal("user.wrongPassword", "oldPassword");
        }
        user(account, email).setPassword(newPassword);
    }

    /** @throws Refusal {@code user.language} for another than {@code ro} and {@code en} */
    public void changeLanguage(AccountId account, String email, String language) {
        if (!List.of("ro", "en").contains(language)) {
            throw new Refusal("user.language", "language");
        }
        user(account, email).setLanguage(language);
    }

    private UserEntity user(AccountId account, String email) {
        return byEmail(email)
                .filter(user -> user.asSignedIn().account().equals(account))
                .orElseThrow(() -> new NotFound("user.unknown", email));
    }

    private Optional<UserEntity> byEmail(String email) {
        return db.createQuery("SELECT u FROM UserEntity u WHERE u.email = :email", UserEntity.class)
                .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }
}
