package ro.clickphone.pbx.call;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.contact.ContactService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;
import ro.clickphone.pbx.number.NumberPlan;

/**
 * Mails of calls from outside that nobody took: one for a call, whoever rang for it, so an agent who did not answer causes
 * none when another one did. Many in a few minutes come as one mail.
 */
@Stateless
@Guarded
public class MissedCallNotice {
    private static final Duration TOGETHER = Duration.ofMinutes(5);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final String ADDRESS = "[^@\\s\\p{Cntrl},;<>\"]{1,64}@[^@\\s\\p{Cntrl},;<>\"]{1,189}";

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private AccountService accounts;

    @Inject
    private ContactService contacts;

    @Inject
    private Outbox outbox;

    /** Who is told; empty when nobody is. */
    @Guarded(Need.READ)
    public Optional<String> address(AccountId account) {
        return setting(account).map(MissedCallMailEntity::address);
    }

    /** @param language of the mails, {@code ro} or {@code en}. @throws Refusal {@code missed.address} */
    public void tell(AccountId account, String address, String language) {
        String wanted = address.strip();
        if (!wanted.matches(ADDRESS)) {
            throw new Refusal("missed.address", "address");
        }
        MissedCallMailEntity known = setting(account).orElse(null);
        if (known == null) {
            known = new MissedCallMailEntity(account);
            known.tell(wanted, language);
            db.persist(known);
        } else {
            known.tell(wanted, language);
        }
    }

    /** Nobody is told any more. */
    public void tellNobody(AccountId account) {
        setting(account).ifPresent(db::remove);
    }

    /** Whether somebody may want to know of it. */
    public static boolean concerns(CallDetail call) {
        return call.direction() == Direction.RECEIVED && call.status() == CallStatus.LOST;
    }

    /** A call was kept: perhaps somebody wants to know of it. */
    @Guarded(Need.OPERATE)
    public void kept(AccountId account, CallDetail call) {
        if (concerns(call)) {
            setting(account).ifPresent(setting -> outbox.post(account, mail(account, setting, call)));
        }
    }

    private Mail mail(AccountId account, MissedCallMailEntity setting, CallDetail call) {
        ZoneId zone = accounts.find(account).timeZone();
        return Mail.of(
                        "call.missed",
                        setting.address(),
                        setting.language(),
                        caller(account, call),
                        call.destination(),
                        MOMENT.format(call.startedAt().atZone(zone)),
                        zone.getId())
                .at(new Pace.Gathered("missed", TOGETHER));
    }

    private String caller(AccountId account, CallDetail call) {
        String name = NumberPlan.fromCarrier(call.source())
                .map(contacts.names(account)::get)
                .orElse(call.sourceName());
        String number = call.source().isEmpty() ? "***" : call.source();
        return name.isEmpty() ? number : number + " – " + name;
    }

    private Optional<MissedCallMailEntity> setting(AccountId account) {
        return Optional.ofNullable(db.find(MissedCallMailEntity.class, account.value()));
    }
}
