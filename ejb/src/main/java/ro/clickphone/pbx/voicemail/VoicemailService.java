package ro.clickphone.pbx.voicemail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.notify.Attachment;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.prompt.MessagesChanged;
import ro.clickphone.pbx.prompt.Spoken;
import ro.clickphone.pbx.prompt.SpokenMessages;
import ro.clickphone.pbx.vault.Vault;

/** Mailboxes and their messages, which are kept for thirty days. */
@Stateless
@Guarded
public class VoicemailService {
    /** In a mailbox; who calls then hears that it is full. */
    public static final int MOST_MESSAGES = 50;

    private static final String ADDRESS = "[^@\\s\\p{Cntrl},;<>\"]{1,64}@[^@\\s\\p{Cntrl},;<>\"]{1,180}";
    private static final String LIST = "SELECT v.id, v.extension, v.caller, v.recordedAt, v.state, v.millis, v.sha256"
            + " FROM VoicemailEntity v WHERE v.accountId = :account";

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private ExtensionService extensions;

    @Inject
    private SpokenMessages sounds;

    @Inject
    private Outbox outbox;

    @Inject
    private Event<AccountChanged> changed;

    @Inject
    private Event<MessagesChanged> told;

    @Inject
    private Vault vault;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Of all extensions that ever had one. */
    @Guarded(Need.READ)
    public List<Mailbox> boxes(AccountId account) {
        return db.createQuery("SELECT b FROM MailboxEntity b WHERE b.accountId = :account", MailboxEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(MailboxEntity::mailbox)
                .toList();
    }

    /** @throws Refusal {@code voicemail.mail}, {@code extension.unknown} */
    public void save(AccountId account, Mailbox box) {
        extensions.refuseUnknown(account, Set.of(box.extension()), "extension");
        if (!box.mail().isEmpty() && !box.mail().matches(ADDRESS)) {
            throw new Refusal("voicemail.mail", "mail");
        }
        String was = boxes(account).stream()
                .filter(known -> known.extension().equals(box.extension()))
                .findFirst()
                .map(VoicemailService::text)
                .orElse("");
        if (!was.equals(text(box))) {
            audit.record(account, new Act("voicemail.box", box.extension().toString(), was, text(box)));
        }
        db.merge(new MailboxEntity(account, box));
        changed.fire(new AccountChanged(account));
    }

    private static String text(Mailbox box) {
        return (box.switched() + " " + box.mail()).strip();
    }

    /** The newest first. */
    @Guarded(Need.READ)
    public List<Voicemail> messages(AccountId account) {
        return db.createQuery(LIST + " ORDER BY v.id DESC", Object[].class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(VoicemailService::voicemail)
                .toList();
    }

    /** @throws NotFound {@code voicemail.unknown} */
    @Guarded(Need.READ)
    public byte[] wav(AccountId account, long id) {
        return entity(account, id).wav(vault);
    }

    /** The engine can play it by its hash, until it is hidden. @throws NotFound {@code voicemail.unknown} */
    @Guarded(Need.READ)
    public void show(AccountId account, Voicemail message) {
        sounds.show(message.sha256(), wav(account, message.id()));
    }

    /** Of no effect on one that was not shown. */
    @Guarded(Need.READ)
    public void hide(AccountId account, Voicemail message) {
        sounds.hide(message.sha256());
    }

    public void heard(AccountId account, long id) {
        db.createQuery("UPDATE VoicemailEntity v SET v.state = :heard WHERE v.accountId = :account AND v.id = :id")
                .setParameter("heard", Voicemail.State.HEARD)
                .setParameter("account", account.value())
                .setParameter("id", id)
                .executeUpdate();
        tell(account);
    }

    /** Of no effect on a message that is gone. */
    public void delete(AccountId account, long id) {
        messages(account).stream()
                .filter(message -> message.id() == id)
                .forEach(message -> sounds.hide(message.sha256()));
        db.createQuery("DELETE FROM VoicemailEntity v WHERE v.accountId = :account AND v.id = :id")
                .setParameter("account", account.value())
                .setParameter("id", id)
                .executeUpdate();
        tell(account);
    }

    /**
     * Keeps what a caller said, and mails it. The same call may be told twice. In a transaction of its own: a refusal
     * must not undo the record of the call that it came with.
     *
     * @throws Refusal {@code prompt.tooShort}, {@code prompt.silent}, {@code voicemail.full}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void deposit(AccountId account, LeftMessage left) {
        Optional<Mailbox> box = boxes(account).stream()
                .filter(known -> known.isOn() && known.extension().equals(left.extension()))
                .findFirst();
        if (box.isEmpty() || isKept(account, left)) {
            return;
        }
        if (count(account, left.extension()) >= MOST_MESSAGES) {
            throw new Refusal("voicemail.full", "", MOST_MESSAGES);
        }
        Spoken spoken = sounds.take(left.recording());
        db.persist(new VoicemailEntity(account, left, spoken, clock.instant(), vault));
        if (!box.get().mail().isEmpty()) {
            outbox.post(account, mail(box.get(), left, spoken));
        }
        tell(account);
    }

    private Mail mail(Mailbox box, LeftMessage left, Spoken spoken) {
        String caller = left.caller().isEmpty() ? "—" : left.caller();
        Mail mail = Mail.of(
                "voicemail.message",
                box.mail(),
                "ro",
                caller,
                String.valueOf(box.extension()),
                String.valueOf(Math.max(1, spoken.length().toSeconds())));
        return spoken.wav().length > Attachment.LARGEST
                ? mail
                : mail.with(new Attachment("mesaj-" + box.extension() + ".wav", "audio/wav", spoken.wav()));
    }

    private boolean isKept(AccountId account, LeftMessage left) {
        return db.createQuery(
                                "SELECT COUNT(v) FROM VoicemailEntity v WHERE v.accountId = :account"
                                        + " AND v.extension = :extension AND v.callId = :call",
                                Long.class)
                        .setParameter("account", account.value())
                        .setParameter("extension", left.extension().value())
                        .setParameter("call", left.call().toString())
                        .getSingleResult()
                > 0;
    }

    private long count(AccountId account, ExtensionNumber extension) {
        return messages(account).stream()
                .filter(message -> message.extension().equals(extension))
                .count();
    }

    private void tell(AccountId account) {
        changed.fire(new AccountChanged(account));
        told.fire(new MessagesChanged(account));
    }

    private VoicemailEntity entity(AccountId account, long id) {
        return db.createQuery(
                        "SELECT v FROM VoicemailEntity v WHERE v.accountId = :account AND v.id = :id",
                        VoicemailEntity.class)
                .setParameter("account", account.value())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("voicemail.unknown", id));
    }

    private static Voicemail voicemail(Object[] row) {
        return new Voicemail(
                (Long) row[0],
                new ExtensionNumber((Integer) row[1]),
                (String) row[2],
                (Instant) row[3],
                (Voicemail.State) row[4],
                Duration.ofMillis((Long) row[5]),
                (String) row[6]);
    }
}
