package ro.clickphone.pbx.fraud;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.Account;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;

/** The security PIN (manual, items 152 to 158): six digits that go out by mail and are never shown. */
@Stateless
@Guarded
public class PinService {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private PinTries tries;

    @Inject
    private SecurityMail mail;

    @Inject
    private Outbox outbox;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Guarded(Need.READ)
    public PinState state(AccountId account) {
        return Optional.ofNullable(db.find(PinEntity.class, account.value()))
                .map(pin -> pin.state(clock.instant()))
                .orElseGet(PinState.None::new);
    }

    /** Where the PIN goes, partly hidden: {@code of***@io***.example}. */
    @Guarded(Need.READ)
    public String maskedAddress(AccountId account) {
        return mail.of(account).replaceAll("(?<=^.{2})[^@]+(?=@)", "***").replaceAll("(?<=@.{2})[^.]+(?=\\.)", "***");
    }

    /** A new PIN goes to the security address; the old one dies at once. */
    public void renew(AccountId account) {
        Account owner = accounts.hold(account);
        Instant now = clock.instant();
        Pin pin = Pin.random();
        PinEntity known = db.find(PinEntity.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            db.persist(new PinEntity(account, pin, now));
        } else {
            known.replace(pin, now);
        }
        audit.record(account, Act.of("fraud.pin.renewed"));
        outbox.post(
                account,
                Mail.of("fraud.pin", mail.of(account), mail.language(account), owner.name(), pin.digits())
                        .secret());
    }

    /**
     * Lets a change pass that was ordered with this PIN.
     *
     * @throws Refusal {@code fraud.pin.none}, {@code fraud.pin.wrong} with the tries that are left, {@code
     *     fraud.pin.locked}
     */
    public void check(AccountId account, Pin pin) {
        switch (tries.judge(account, pin)) {
            case RIGHT -> {}
            case NONE -> throw new Refusal("fraud.pin.none", "pin");
            case WRONG -> throw new Refusal("fraud.pin.wrong", "pin", triesLeft(account));
            case LOCKED, LOCKED_NOW -> throw new Refusal("fraud.pin.locked", "pin", PinEntity.LOCKED_FOR.toMinutes());
        }
    }

    private int triesLeft(AccountId account) {
        return db.find(PinEntity.class, account.value()).triesLeft();
    }
}
