package ro.clickphone.pbx.notify;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.vault.Vault;

/**
 * Where mails are posted, inside the caller's transaction: with it they are there, without it they never were. The
 * {@link Postman} sends them afterwards, as long as it takes.
 */
@Stateless
@Guarded(Need.OPERATE)
public class Outbox {
    /** Mails of one kind that one account may cause in an hour; no attack by mail with our name on it. */
    static final int MOST_IN_AN_HOUR = 60;

    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());
    private static final long OPERATOR = 0;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    @Inject
    private MailServer server;

    @Inject
    private Audit audit;

    @Inject
    private Event<MailPosted> posted;

    /** Posts a mail about that account. */
    @Guarded(Need.NOTHING)
    public void post(AccountId account, Mail mail) {
        post(Optional.of(account), mail);
    }

    /** Posts a mail to the operator ({@code PBX_OPERATOR_MAIL}). */
    @Guarded(Need.NOTHING)
    public void postToOperator(String kind, Pace pace, Object... arguments) {
        post(Optional.empty(), Mail.of(kind, server.operator(), "ro", arguments).at(pace));
    }

    /** Posts a mail to somebody of the back office, who belongs to no account. */
    @Guarded(Need.NOTHING)
    public void postToBackOffice(Mail mail) {
        post(Optional.empty(), mail);
    }

    /** Whether mails are sent, or only kept for the operator to read. */
    public boolean hasServer() {
        return server.isConfigured();
    }

    /** The newest mails, for the operator. */
    public Page<PostedMail> list(MailFilter filter, PageRequest page) {
        List<PostedMail> items = chosen("SELECT m", " ORDER BY m.id DESC", MailEntity.class, filter)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(MailEntity::asPosted)
                .toList();
        return new Page<>(
                items, chosen("SELECT COUNT(m)", "", Long.class, filter).getSingleResult());
    }

    /** @throws NotFound {@code mail.unknown} */
    public PostedMail find(long mail) {
        return entity(mail).asPosted();
    }

    /**
     * The text of a mail. A secret one is shown only while no mail server is configured, since there is no other way to
     * its receiver then.
     *
     * @throws NotFound {@code mail.unknown}
     * @throws Refusal {@code mail.secret}
     */
    public String text(long mail) {
        MailEntity found = entity(mail);
        if (found.asPosted().secrecy() == Secrecy.SECRET) {
            if (server.isConfigured()) {
                throw new Refusal("mail.secret", "");
            }
            found.asPosted()
                    .account()
                    .ifPresent(account -> audit.record(account, Act.of("mail.read", found.recipient())));
        }
        return found.body();
    }

    private void post(Optional<AccountId> account, Mail mail) {
        Instant now = clock.instant();
        if (mail.pace() instanceof Pace.Once once) {
            if (opens(account, mail.kind(), once.key(), now.plus(once.within()))) {
                keep(account, mail, now);
            }
        } else if (mail.pace() instanceof Pace.Gathered gathered) {
            gather(account, mail, gathered, now);
        } else {
            keep(account, mail, now);
        }
    }

    private void gather(Optional<AccountId> account, Mail mail, Pace.Gathered pace, Instant now) {
        Instant until = now.plus(pace.within());
        if (opens(account, mail.kind(), pace.key(), until)) {
            keep(account, mail, now);
            return;
        }
        TypedQuery<MailEntity> waiting = db.createQuery(
                "SELECT m FROM MailEntity m WHERE m.kind = :kind AND m.gatherKey = :key AND m.state = :waiting AND "
                        + whose(account),
                MailEntity.class);
        account.ifPresent(id -> waiting.setParameter("account", id.value()));
        Optional<MailEntity> open = waiting.setParameter("kind", mail.kind())
                .setParameter("key", pace.key())
                .setParameter("waiting", MailState.WAITING)
                .getResultStream()
                .findFirst();
        if (open.isPresent()) {
            open.get().gather(mail);
        } else {
            db.persist(new MailEntity(account, mail, now).gathering(pace.key(), until));
        }
    }

    /**
     * Whether nothing under that key is running; from now on it runs until then. One row lock a key, so no two open it. An
     * old one is tried first: those who find the row made by another share its lock, and must not want to change it then.
     */
    private boolean opens(Optional<AccountId> account, String kind, String key, Instant until) {
        long owner = account.map(AccountId::value).orElse(OPERATOR);
        return reopens(owner, kind, key, until)
                || db.createNativeQuery("INSERT IGNORE INTO mail_pace (account_id, kind, pace_key, until_at)"
                                        + " VALUES (?1, ?2, ?3, ?4)")
                                .setParameter(1, owner)
                                .setParameter(2, kind)
                                .setParameter(3, key)
                                .setParameter(4, Timestamp.from(until))
                                .executeUpdate()
                        == 1;
    }

    private boolean reopens(long owner, String kind, String key, Instant until) {
        return db.createNativeQuery("UPDATE mail_pace SET until_at = ?1"
                                + " WHERE account_id = ?2 AND kind = ?3 AND pace_key = ?4 AND until_at <= ?5")
                        .setParameter(1, Timestamp.from(until))
                        .setParameter(2, owner)
                        .setParameter(3, kind)
                        .setParameter(4, key)
                        .setParameter(5, Timestamp.from(clock.instant()))
                        .executeUpdate()
                == 1;
    }

    private void keep(Optional<AccountId> account, Mail mail, Instant now) {
        if (tooMany(account, mail.kind(), now)) {
            LOG.log(Level.WARNING, "more than {0} mails {1} of account {2} in an hour: not posted", new Object[] {
                MOST_IN_AN_HOUR, mail.kind(), account
            });
            return;
        }
        MailEntity entity = new MailEntity(account, mail, now);
        db.persist(entity);
        db.flush();
        for (int place = 0; place < mail.attachments().size(); place++) {
            entity.attach(place, mail.attachments().get(place), vault);
        }
        posted.fire(new MailPosted());
    }

    private boolean tooMany(Optional<AccountId> account, String kind, Instant now) {
        TypedQuery<Long> recent = db.createQuery(
                "SELECT COUNT(m) FROM MailEntity m WHERE m.kind = :kind AND m.createdAt > :since AND " + whose(account),
                Long.class);
        account.ifPresent(id -> recent.setParameter("account", id.value()));
        return recent.setParameter("kind", kind)
                        .setParameter("since", now.minus(Duration.ofHours(1)))
                        .getSingleResult()
                >= MOST_IN_AN_HOUR;
    }

    private static String whose(Optional<AccountId> account) {
        return account.isPresent() ? "m.account = :account" : "m.account IS NULL";
    }

    private <T> TypedQuery<T> chosen(String what, String order, Class<T> type, MailFilter filter) {
        TypedQuery<T> query = db.createQuery(
                what + " FROM MailEntity m WHERE m.state IN :states AND m.recipient LIKE :to ESCAPE '!'" + order, type);
        return query.setParameter("states", filter.states()).setParameter("to", filter.pattern());
    }

    private MailEntity entity(long mail) {
        return Optional.ofNullable(db.find(MailEntity.class, mail))
                .orElseThrow(() -> new NotFound("mail.unknown", mail));
    }
}
