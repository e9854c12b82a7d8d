package ro.clickphone.pbx.fraud;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.access.Token;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;

/**
 * The address to which PINs go. Changing it needs the PIN and a code that goes to the old address (manual, item 159): who
 * has only the PIN, or only the portal, cannot lead the next PIN to himself.
 */
@Stateless
@Guarded(Need.OWN)
public class SecurityMailService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private PinService pins;

    @Inject
    private SecurityMail mail;

    @Inject
    private Outbox outbox;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** The address that waits for the old one's confirmation. */
    @Guarded(Need.READ)
    public Optional<String> wanted(AccountId account) {
        return Optional.ofNullable(db.find(MailChangeEntity.class, account.value()))
                .filter(change -> change.isOpen(clock.instant()))
                .map(MailChangeEntity::newMail);
    }

    /** @throws Refusal {@code fraud.mail} when it is no address */
    public void ask(AccountId account, Pin pin, String address) {
        String wanted = address.strip();
        if (wanted.length() > 254
                || !wanted.matches(
                        "[^@\\s\\p{Cntrl},;<>\"]{1,64}@[^@\\s\\p{Cntrl},;<>\"]+\\.[^@\\s\\p{Cntrl},;<>\"]+")) {
            throw new Refusal("fraud.mail", "mail");
        }
        pins.check(account, pin);
        Token code = Token.random();
        MailChangeEntity change = db.find(MailChangeEntity.class, account.value());
        if (change == null) {
            change = new MailChangeEntity(account);
            change.wants(wanted, code, clock.instant());
            db.persist(change);
        } else {
            change.wants(wanted, code, clock.instant());
        }
        audit.record(account, new Act("fraud.mail.asked", "", mail.of(account), wanted));
        outbox.post(
                account,
                Mail.of(
                                "fraud.mailChange",
                                mail.of(account),
                                mail.language(account),
                                accounts.find(account).name(),
                                wanted,
                                code.text(),
                                MailChangeEntity.VALID.toHours())
                        .secret());
    }

    /** @throws Refusal {@code fraud.mail.code} when it is another code, or too late */
    public void confirm(AccountId account, String code) {
        MailChangeEntity change = Optional.ofNullable(db.find(MailChangeEntity.class, account.value()))
                .filter(open -> open.opensWith(Token.of(code), clock.instant()))
                .orElseThrow(() -> new Refusal("fraud.mail.code", "code"));
        String old = mail.of(account);
        RestrictionEntity settings = db.find(RestrictionEntity.class, account.value());
        if (settings == null) {
            settings = new RestrictionEntity(account);
            db.persist(settings);
        }
        settings.setSecurityMail(change.newMail());
        db.remove(change);
        audit.record(account, new Act("fraud.mail.changed", "", old, change.newMail()));
        String name = accounts.find(account).name();
        String language = mail.language(account);
        outbox.post(account, Mail.of("fraud.mailChanged", old, language, name, change.newMail()));
        outbox.post(account, Mail.of("fraud.mailChanged", change.newMail(), language, name, change.newMail()));
    }
}
