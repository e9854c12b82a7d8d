package ro.clickphone.pbx.recording;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.SealedWav;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.audit.Act;
import ro.clickphone.pbx.audit.Audit;
import ro.clickphone.pbx.call.CallDetail;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;

/** The recorded calls of a customer. Who only reads the reports does not hear them; each hearing is in the audit log. */
@Stateless
@Guarded
public class CallRecordings {
    /** Of one account: about a month of uninterrupted talk. */
    static final long MOST_BYTES = 50L << 30;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private TalkFiles files;

    @Inject
    private CallDetailService details;

    @Inject
    private ExtensionService extensions;

    @Inject
    private Audit audit;

    @Inject
    private Event<AccountChanged> changed;

    @Guarded(Need.READ)
    public RecordingRule rule(AccountId account) {
        return Optional.ofNullable(db.find(RecordingRuleEntity.class, account.value()))
                .map(RecordingRuleEntity::asRule)
                .orElse(RecordingRule.NONE);
    }

    /** It counts from the next call on. @throws Refusal {@code recording.days}, {@code extension.unknown} */
    public void save(AccountId account, RecordingRule rule) {
        if (rule.keptDays() < 1 || rule.keptDays() > RecordingRule.MOST_DAYS) {
            throw new Refusal("recording.days", "days", 1, RecordingRule.MOST_DAYS);
        }
        rule.never().forEach(number -> extensions.find(account, number));
        RecordingRule before = rule(account);
        db.merge(new RecordingRuleEntity(account, rule));
        audit.record(account, new Act("recording.rule", "", text(before), text(rule)));
        changed.fire(new AccountChanged(account));
    }

    private static String text(RecordingRule rule) {
        return rule.recorded() + ", " + rule.keptDays() + (rule.never().isEmpty() ? "" : ", never " + rule.never());
    }

    /** Whether one more call may be recorded: neither the account's share nor the disk is full. */
    @Guarded(Need.READ)
    public boolean hasRoom(AccountId account) {
        Long bytes = db.createQuery(
                        "SELECT SUM(r.bytes) FROM CallRecordingEntity r WHERE r.accountId = :account", Long.class)
                .setParameter("account", account.value())
                .getSingleResult();
        return (bytes == null || bytes < MOST_BYTES) && files.hasRoom();
    }

    /** The newest first. */
    public Page<CallRecording> list(AccountId account, PageRequest page) {
        List<CallRecording> items = db.createQuery(
                        "SELECT r FROM CallRecordingEntity r WHERE r.accountId = :account"
                                + " ORDER BY r.startedAt DESC, r.callId, r.part",
                        CallRecordingEntity.class)
                .setParameter("account", account.value())
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultStream()
                .map(this::recording)
                .toList();
        long total = db.createQuery(
                        "SELECT COUNT(r) FROM CallRecordingEntity r WHERE r.accountId = :account", Long.class)
                .setParameter("account", account.value())
                .getSingleResult();
        return new Page<>(items, total);
    }

    @Guarded(Need.OPERATE)
    public boolean isKept(AccountId account, Take take) {
        return db.find(CallRecordingEntity.class, new CallRecordingEntity.Key(account, take)) != null;
    }

    /** @throws NotFound {@code recording.unknown}, another account's too */
    public RecordedSound sound(AccountId account, Take take) {
        entity(account, take);
        return files.sound(account, take);
    }

    /** Somebody begins to listen. @throws NotFound {@code recording.unknown} */
    public void heard(AccountId account, Take take) {
        entity(account, take);
        audit.record(account, Act.of("recording.heard", take.call().toString()));
    }

    /** Of no effect on one that is gone. */
    public void delete(AccountId account, Take take) {
        Optional.ofNullable(db.find(CallRecordingEntity.class, new CallRecordingEntity.Key(account, take)))
                .ifPresent(known -> {
                    db.remove(known);
                    db.flush();
                    files.delete(account, take);
                    audit.record(
                            account, Act.of("recording.deleted", take.call().toString()));
                });
    }

    /** All of a call. @return how many */
    @Guarded(Need.OWN)
    public int deleteAll(AccountId account, CallId call) {
        List<CallRecordingEntity> all = db.createQuery(
                        "SELECT r FROM CallRecordingEntity r WHERE r.accountId = :account AND r.callId = :call",
                        CallRecordingEntity.class)
                .setParameter("account", account.value())
                .setParameter("call", call.toString())
                .getResultList();
        all.forEach(one -> delete(account, one.take()));
        return all.size();
    }

    /** Told twice it is kept once. @param live as the engine left it; it is still there afterwards */
    @Guarded(Need.OPERATE)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void keep(AccountId account, Take take, Path live) {
        try {
            SealedWav talk = files.live(live);
            if (talk.length().isZero()) {
                return;
            }
            Instant end = Files.getLastModifiedTime(live).toInstant();
            files.seal(account, take, talk);
            Instant start = end.minus(talk.length());
            db.merge(new CallRecordingEntity(account, take, start, talk, files.announced(talk)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CallRecording recording(CallRecordingEntity entity) {
        Optional<CallDetail> call = details.isKnown(
                        entity.account(), entity.take().call())
                ? Optional.of(details.find(entity.account(), entity.take().call()))
                : Optional.empty();
        return new CallRecording(
                entity.take(),
                entity.startedAt(),
                entity.length(),
                call.map(CallDetail::source).orElse(""),
                call.map(CallDetail::sourceName).orElse(""),
                call.map(CallDetail::takenBy).orElse(""),
                entity.announced());
    }

    private CallRecordingEntity entity(AccountId account, Take take) {
        return Optional.ofNullable(db.find(CallRecordingEntity.class, new CallRecordingEntity.Key(account, take)))
                .orElseThrow(() -> new NotFound("recording.unknown", take.call()));
    }
}
