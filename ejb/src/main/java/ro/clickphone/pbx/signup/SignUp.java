package ro.clickphone.pbx.signup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.access.Token;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.Links;
import ro.clickphone.pbx.account.SignedIn;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.catalogue.CatalogueService;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;

/**
 * A stranger becomes a customer. Nothing is allotted before the link in the mail is opened, so that nobody takes accounts
 * and numbers by filling in a form; what waits for that is bounded.
 */
@Stateless
@Guarded(Need.NOTHING)
public class SignUp {
    private static final Duration VALID = Duration.ofHours(24);
    private static final long MOST_WAITING = 1_000;
    private static final ExtensionNumber BASE_PHONE = new ExtensionNumber(100);

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private Users users;

    @Inject
    private Links links;

    @Inject
    private ExtensionService extensions;

    @Inject
    private CatalogueService catalogue;

    @Inject
    private Outbox outbox;

    @Inject
    private SignUpSources sources;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "PBX_PORTAL_URL", defaultValue = "http://127.0.0.1:8080")
    private String portal;

    @Inject
    @ConfigProperty(name = "PBX_SIGN_UP", defaultValue = "on")
    private boolean open;

    /** A new customer. @param number empty when none is free; the operator gives one then */
    public record Welcome(AccountId account, Optional<E164> number) {}

    /** Whether the operator lets strangers become customers by themselves. */
    public boolean isOpen() {
        return open;
    }

    /**
     * Somebody asks for an account. Whether the address is known already is told to nobody but its owner.
     *
     * @throws Refusal {@code signup.closed}, {@code signup.busy}, {@code signup.source}
     */
    public void order(NewCustomer order) {
        if (!open) {
            throw new Refusal("signup.closed", "");
        }
        sources.admit(Acting.now().address());
        if (users.signedIn(order.email()).isPresent()) {
            links.forgotten(order.email());
            return;
        }
        forgetExpired();
        db.createQuery("DELETE FROM SignUpEntity s WHERE s.email = :email")
                .setParameter("email", order.email())
                .executeUpdate();
        if (db.createQuery("SELECT COUNT(s) FROM SignUpEntity s", Long.class).getSingleResult() >= MOST_WAITING) {
            throw new Refusal("signup.busy", "");
        }
        Token token = Token.random();
        Instant until = clock.instant().plus(VALID);
        db.persist(new SignUpEntity(token, order, until));
        String link = portal.replaceAll("/+$", "") + "/signin/welcome?token=" + token.text();
        outbox.postToBackOffice(Mail.of(
                        "signup.confirm",
                        order.email(),
                        order.language(),
                        order.name(),
                        order.company(),
                        link,
                        Acting.now().address())
                .at(new Pace.Each())
                .secret());
    }

    /**
     * The link was opened and a password chosen: account, owner, base phone and number are there, all or none.
     *
     * @throws Refusal {@code link.void}, {@code user.taken}, {@code user.password}, {@code user.password.weak}
     */
    public Welcome confirm(String token, String password) {
        SignUpEntity waiting = Optional.ofNullable(
                        db.find(SignUpEntity.class, Token.of(token).sha256(), LockModeType.PESSIMISTIC_WRITE))
                .filter(known -> known.isOpen(clock.instant()))
                .orElseThrow(() -> new Refusal("link.void", ""));
        NewCustomer order = waiting.order();
        AccountId account = accounts.create(order.account()).id();
        SignedIn owner = users.add(account, order.owner(password));
        users.changeLanguage(owner, order.language());
        extensions.add(account, BASE_PHONE, order.name());
        Optional<E164> number = catalogue.allot(account);
        db.remove(waiting);
        return new Welcome(account, number);
    }

    /** @return how many had expired */
    @Guarded(Need.OPERATE)
    public int forgetExpired() {
        return db.createQuery("DELETE FROM SignUpEntity s WHERE s.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
