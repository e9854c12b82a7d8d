package ro.clickphone.pbx.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.access.Token;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Pace;

/**
 * Links by mail that prove who somebody is: each opens once, and for a while. They begin with {@code PBX_PORTAL_URL}, never
 * with what a browser says is our name.
 */
@Stateless
@Guarded(Need.NOTHING)
public class Links {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private UserTable users;

    @Inject
    private PersonalAudit audit;

    @Inject
    private PersonalMail mails;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "PBX_PORTAL_URL", defaultValue = "http://127.0.0.1:8080")
    private String portal;

    /** Somebody forgot a password. Whether there is such a user is told to nobody but the owner of the address. */
    public void forgotten(String email) {
        if (email.length() <= NewUser.LONGEST_EMAIL) {
            users.byEmail(email)
                    .ifPresent(user -> send(
                            user,
                            MailedLinkEntity.Purpose.PASSWORD,
                            "account.reset",
                            "/signin/newPassword",
                            new Pace.Once("reset " + user.id(), Duration.ofMinutes(2))));
        }
    }

    /** Somebody was added: the first password is chosen by her alone. */
    @Guarded(Need.OWN)
    public void invite(SignedIn who) {
        send(
                users.find(who),
                MailedLinkEntity.Purpose.INVITATION,
                "account.invitation",
                "/signin/newPassword",
                new Pace.Each());
    }

    /** Somebody gave the right password from an address that the account does not allow: the way back. */
    public void otherAddress(SignedIn who) {
        UserEntity user = users.find(who);
        send(
                user,
                MailedLinkEntity.Purpose.ADDRESS,
                "account.address",
                "/signin/otherAddress",
                new Pace.Once("address " + user.id(), Duration.ofMinutes(2)));
    }

    /** @throws Refusal {@code link.void}, {@code user.password}, {@code user.password.weak} */
    public void choosePassword(String token, String password) {
        MailedLinkEntity link =
                open(token).filter(MailedLinkEntity::choosesPassword).orElseThrow(() -> new Refusal("link.void", ""));
        UserEntity user = db.find(UserEntity.class, link.user(), LockModeType.PESSIMISTIC_WRITE);
        user.choosePassword(password);
        db.createQuery("DELETE FROM MailedLinkEntity l WHERE l.user = :user")
                .setParameter("user", user.id())
                .executeUpdate();
        users.endSessions(user.id(), "");
        SignedIn who = user.asSignedIn();
        audit.record(who, Act.of("user.password.reset", who.email()));
        mails.tell(who, "account.passwordChanged");
    }

    /** The link was opened: who may come in, and from which address. @throws Refusal {@code link.void} */
    public OtherAddress admitted(String token) {
        MailedLinkEntity link =
                open(token).filter(known -> !known.choosesPassword()).orElseThrow(() -> new Refusal("link.void", ""));
        db.remove(link);
        return new OtherAddress(db.find(UserEntity.class, link.user()).asSignedIn(), link.address());
    }

    /** A person and the address she proved to sit at. */
    public record OtherAddress(SignedIn who, String address) {}

    /** @return how many had expired */
    @Guarded(Need.OPERATE)
    public int forgetExpired() {
        return db.createQuery("DELETE FROM MailedLinkEntity l WHERE l.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private Optional<MailedLinkEntity> open(String token) {
        return Optional.ofNullable(
                        db.find(MailedLinkEntity.class, Token.of(token).sha256(), LockModeType.PESSIMISTIC_WRITE))
                .filter(link -> link.isOpen(clock.instant()));
    }

    private void send(UserEntity user, MailedLinkEntity.Purpose purpose, String kind, String page, Pace pace) {
        Token token = Token.random();
        String address = Acting.now().address();
        db.persist(new MailedLinkEntity(token, user.id(), purpose, address, clock.instant()));
        SignedIn who = user.asSignedIn();
        String link = portal.replaceAll("/+$", "") + page + "?token=" + token.text();
        Mail mail = Mail.of(kind, who.email(), who.language(), who.name(), link, address)
                .at(pace)
                .secret();
        mails.post(who, mail);
    }
}
