package ro.clickphone.pbx.prompt;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;

/** The stored recordings of one account, and what its slots play and played. */
final class Shelf {
    static final int KEPT_VERSIONS = 10;
    /** Of sound in all of an account's slots and their versions. */
    static final Duration MOST_SOUND = Duration.ofHours(3);

    private final EntityManager db;
    private final AccountId account;

    Shelf(EntityManager db, AccountId account) {
        this.db = db;
        this.account = account;
    }

    /** @throws Refusal {@code prompt.full} */
    RecordingEntity keep(Recording recording, Instant now) {
        String sha256 = recording.sha256();
        return find(sha256).orElseGet(() -> {
            refuseTooMuch(recording.length());
            RecordingEntity stored = new RecordingEntity(account, sha256, recording, now);
            db.persist(stored);
            db.flush(); // the slot refers to it by a foreign key that the mapping does not know
            return stored;
        });
    }

    Optional<RecordingEntity> find(String sha256) {
        return Optional.ofNullable(db.find(RecordingEntity.class, new RecordingEntity.Key(account, sha256)));
    }

    RecordingEntity the(String sha256) {
        return find(sha256)
                .orElseThrow(() -> new IllegalStateException("no recording " + sha256 + " of account " + account));
    }

    /** Without its sound, which is large. */
    StoredMessage stored(PromptSlot slot, String sha256) {
        Object[] row = db.createQuery(
                        "SELECT r.millis, r.storedAt FROM RecordingEntity r WHERE r.accountId = :account"
                                + " AND r.sha256 = :sha256",
                        Object[].class)
                .setParameter("account", account.value())
                .setParameter("sha256", sha256)
                .getSingleResult();
        return new StoredMessage(slot, sha256, Duration.ofMillis((Long) row[0]), (Instant) row[1]);
    }

    Duration length(String sha256) {
        return Duration.ofMillis(db.createQuery(
                        "SELECT r.millis FROM RecordingEntity r WHERE r.accountId = :account AND r.sha256 = :sha256",
                        Long.class)
                .setParameter("account", account.value())
                .setParameter("sha256", sha256)
                .getSingleResult());
    }

    /** From now on that is heard in the slot. */
    void fill(PromptSlot slot, MessageDraft message) {
        List<MessageVersionEntity> before = versions(slot);
        int next = before.isEmpty() ? 1 : before.get(0).version() + 1;
        db.persist(new MessageVersionEntity(account, slot, next, message));
        before.stream().skip(KEPT_VERSIONS - 1L).forEach(db::remove);
        filled(slot).fillWithRecording(message.sha256());
    }

    /** The slot's row, made if there is none. */
    PromptSlotEntity filled(PromptSlot slot) {
        PromptSlotEntity known = db.find(PromptSlotEntity.class, new PromptSlotEntity.Key(account, slot));
        if (known != null) {
            return known;
        }
        PromptSlotEntity fresh = new PromptSlotEntity(account, slot);
        db.persist(fresh);
        return fresh;
    }

    /** The newest first. */
    List<MessageVersionEntity> versions(PromptSlot slot) {
        return db.createQuery(
                        "SELECT v FROM MessageVersionEntity v WHERE v.accountId = :account AND v.slot = :slot"
                                + " ORDER BY v.version DESC",
                        MessageVersionEntity.class)
                .setParameter("account", account.value())
                .setParameter("slot", slot.code())
                .getResultList();
    }

    /** Recordings that no slot, version or draft knows any more are gone. @return those that no other account has either */
    Set<String> forgetUnused() {
        db.flush();
        Set<String> used = new HashSet<>();
        for (String entity :
                List.of("PromptSlotEntity", "MessageVersionEntity", "SlotOpeningEntity", "MenuMessageEntity")) {
            used.addAll(hashes("SELECT DISTINCT e.sha256 FROM " + entity
                    + " e WHERE e.accountId = :account AND e.sha256 IS NOT NULL"));
        }
        List<String> unused =
                new ArrayList<>(hashes("SELECT e.sha256 FROM RecordingEntity e WHERE e.accountId = :account"));
        unused.removeAll(used);
        unused.forEach(sha256 -> db.createQuery(
                        "DELETE FROM RecordingEntity r WHERE r.accountId = :account AND r.sha256 = :sha256")
                .setParameter("account", account.value())
                .setParameter("sha256", sha256)
                .executeUpdate());
        Set<String> nobodys = new HashSet<>(unused);
        nobodys.removeIf(this::isElsewhere);
        return nobodys;
    }

    private boolean isElsewhere(String sha256) {
        return db.createQuery("SELECT COUNT(r) FROM RecordingEntity r WHERE r.sha256 = :sha256", Long.class)
                        .setParameter("sha256", sha256)
                        .getSingleResult()
                > 0;
    }

    private List<String> hashes(String question) {
        TypedQuery<String> query = db.createQuery(question, String.class);
        return query.setParameter("account", account.value()).getResultList();
    }

    private void refuseTooMuch(Duration more) {
        Long millis = db.createQuery(
                        "SELECT SUM(r.millis) FROM RecordingEntity r WHERE r.accountId = :account", Long.class)
                .setParameter("account", account.value())
                .getSingleResult();
        Duration all = more.plusMillis(millis == null ? 0 : millis);
        if (all.compareTo(MOST_SOUND) > 0) {
            throw new Refusal("prompt.full", "message", MOST_SOUND.toHours());
        }
    }
}
