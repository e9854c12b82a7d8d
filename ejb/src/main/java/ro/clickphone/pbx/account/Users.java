package ro.clickphone.pbx.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.access.Token;
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
    private UserTable users;

    @Inject
    private SignInTries tries;

    @Inject
    private PersonalAudit mine;

    @Inject
    private Links links;

    @Inject
    private PersonalMail mails;

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

    /** Somebody who chooses her own first password, by a link in the mail. @throws Refusal as {@link #add} */
    public SignedIn invite(AccountId account, String email, String name, Role role) {
        SignedIn added =
                add(account, new NewUser(email, name, role, Token.random().text()));
        links.invite(added);
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

    /** Who signs in with this address and password; a wrong one counts. */
    @Guarded(Need.NOTHING)
    public SignIn verify(String email, String password) {
        return tries.password(email, password)
                .<SignIn>map(
                        who -> users.find(who).hasSecondFactor() ? new SignIn.CodeNeeded(who) : new SignIn.Done(who))
                .orElseGet(SignIn.Refused::new);
    }

    /** Whether the app's code, or a recovery code, of somebody whose password was right is right too. */
    @Guarded(Need.NOTHING)
    public boolean verifyCode(SignedIn who, String code) {
        return tries.code(who.email(), code);
    }

    /** Who has signed in with this address; asked by a request that follows. */
    @Guarded(Need.NOTHING)
    public Optional<SignedIn> signedIn(String email) {
        return users.byEmail(email).map(UserEntity::asSignedIn);
    }

    /**
     * All other sessions end.
     *
     * @param session which one goes on
     * @throws Refusal {@code user.wrongPassword}, {@code user.password}, {@code user.password.weak}
     */
    @Guarded(Need.READ_MONEY)
    public void changePassword(SignedIn who, String oldPassword, String newPassword, String session) {
        if (tries.password(who.email(), oldPassword).isEmpty()) {
            throw new Refusal("user.wrongPassword", "oldPassword");
        }
        UserEntity user = users.find(who);
        user.choosePassword(newPassword);
        users.endSessions(user.id(), session);
        mine.record(who, Act.of("user.password", who.email()));
        mails.tell(who, "account.passwordChanged");
    }

    /**
     * @throws Refusal {@code user.role} for a role of the back office, {@code user.lastOwner} when nobody would be left
     *     who decides about access
     */
    public void changeRole(AccountId account, String email, Role role) {
        if (role.isBackOffice()) {
            throw new Refusal("user.role", "role", role);
        }
        UserEntity user = of(account, email);
        Role was = user.asSignedIn().role();
        if (was == Role.OWNER && role != Role.OWNER) {
            anotherOwner(account);
        }
        user.become(role);
        audit.record(account, new Act("user.role", email, was.name(), role.name()));
    }

    /** @throws Refusal {@code user.lastOwner} */
    public void remove(AccountId account, String email) {
        UserEntity user = of(account, email);
        if (user.asSignedIn().role() == Role.OWNER) {
            anotherOwner(account);
        }
        db.remove(user);
        audit.record(
                account, new Act("user.removed", email, user.asSignedIn().role().name(), ""));
    }

    private UserEntity of(AccountId account, String email) {
        accounts.hold(account);
        return users.byEmail(email)
                .filter(user -> user.asSignedIn().account().equals(Optional.of(account)))
                .orElseThrow(() -> new NotFound("user.unknown", email));
    }

    private void anotherOwner(AccountId account) {
        if (list(account).stream().filter(user -> user.role() == Role.OWNER).count() < 2) {
            throw new Refusal("user.lastOwner", "");
        }
    }

    /** @throws Refusal {@code user.language} for another than {@code ro} and {@code en} */
    @Guarded(Need.READ_MONEY)
    public void changeLanguage(SignedIn who, String language) {
        if (!List.of("ro", "en").contains(language)) {
            throw new Refusal("user.language", "language");
        }
        users.find(who).setLanguage(language);
    }

    private SignedIn keep(Optional<AccountId> account, NewUser order) {
        if (users.byEmail(order.email()).isPresent()) {
            throw new Refusal("user.taken", "email", order.email());
        }
        UserEntity user = new UserEntity(account, order, clock.instant());
        db.persist(user);
        db.flush();
        return user.asSignedIn();
    }
}
