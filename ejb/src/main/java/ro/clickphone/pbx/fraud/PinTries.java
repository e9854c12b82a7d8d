package ro.clickphone.pbx.fraud;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.security.SecurityLog;

/** Judges a PIN in a transaction of its own: a wrong try counts although what it was for is rolled back. */
@ApplicationScoped
class PinTries {
    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private SecurityMail mail;

    @Inject
    private Outbox outbox;

    @Inject
    private Audit audit;

    @Inject
    private SecurityLog security;

    @Inject
    private Clock clock;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    PinVerdict judge(AccountId account, Pin pin) {
        Optional<PinEntity> known =
                Optional.ofNullable(db.find(PinEntity.class, account.value(), LockModeType.PESSIMISTIC_WRITE));
        if (known.isEmpty()) {
            return PinVerdict.NONE;
        }
        PinVerdict verdict = known.get().judge(pin, clock.instant());
        if (verdict == PinVerdict.WRONG || verdict == PinVerdict.LOCKED_NOW) {
            audit.record(account, Act.of("fraud.pin.wrong"));
            security.told("PIN_WRONG", Acting.now().address(), account.toString(), "");
        }
        if (verdict == PinVerdict.LOCKED_NOW) {
            mail.find(account).ifPresent(address -> tellOfLock(account, address));
        }
        return verdict;
    }

    private void tellOfLock(AccountId account, String address) {
        String name = accounts.find(account).name();
        long minutes = PinEntity.LOCKED_FOR.toMinutes();
        String from = Acting.now().address();
        outbox.post(account, Mail.of("fraud.pinLocked", address, mail.language(account), name, minutes, from));
    }
}
