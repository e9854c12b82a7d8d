package ro.clickphone.pbx.prompt;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;

/** The messages of a customer (manual, items 81 to 83, 91, 92, 107). What is stored is heard from the next call on. */
@Stateless
@Guarded
public class PromptService {
    /** The largest file taken, in bytes. */
    public static final int LARGEST_UPLOAD = Recording.LARGEST_UPLOAD;

    @PersistenceContext(unitName = "pbx")
    private EntityManager db;

    @Inject
    private Event<AccountChanged> changed;

    @Inject
    private Clock clock;

    @Inject
    private PromptFiles files;

    /**
     * Puts a recording into the slot.
     *
     * @param upload a WAV file: linear PCM, A-law or µ-law, one or two channels, from 8,000 samples a second
     * @throws Refusal {@code prompt.tooBig} (10 MB), {@code prompt.notWav}, {@code prompt.tooLong} (5 minutes),
     *     {@code prompt.tooShort}
     */
    public StoredMessage store(AccountId account, PromptSlot slot, byte[] upload) {
        Recording recording = Recording.of(upload);
        String sha256 = sha256(recording.wav());
        RecordingEntity stored = db.find(RecordingEntity.class, new RecordingEntity.Key(account, sha256));
        if (stored == null) {
            stored = new RecordingEntity(account, sha256, recording, clock.instant());
            db.persist(stored);
            db.flush(); // the slot refers to it by a foreign key that the mapping does not know
        }
        files.write(sha256, recording.wav());
        filled(account, slot).fillWithRecording(sha256);
        changed.fire(new AccountChanged(account));
        return stored.in(slot);
    }

    /** Puts one of the product's own announcements into the slot. @param name as in the table of system prompts */
    public void useAnnouncement(AccountId account, PromptSlot slot, String name) {
        filled(account, slot).fillWithAnnouncement(name);
        changed.fire(new AccountChanged(account));
    }

    /** Empties the slot: the product's general words are heard there. */
    public void remove(AccountId account, PromptSlot slot) {
        Optional.ofNullable(db.find(PromptSlotEntity.class, new PromptSlotEntity.Key(account, slot)))
                .ifPresent(db::remove);
        changed.fire(new AccountChanged(account));
    }

    /** The customer's own recordings. */
    @Guarded(Need.READ)
    public List<StoredMessage> list(AccountId account) {
        return slots(account).stream()
                .flatMap(slot -> recorded(account, slot).stream())
                .toList();
    }

    /** The slots in which callers hear something else than the product's general words. */
    @Guarded(Need.READ)
    public Set<PromptSlot> filled(AccountId account) {
        return slots(account).stream().map(PromptSlotEntity::slot).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws NotFound {@code prompt.none} when the slot holds no recording of the customer's */
    @Guarded(Need.READ)
    public byte[] wav(AccountId account, PromptSlot slot) {
        return slots(account).stream()
                .filter(entity -> entity.slot().equals(slot))
                .flatMap(entity -> entity.recording().stream())
                .map(sha256 -> recording(account, sha256).wav())
                .findFirst()
                .orElseThrow(() -> new NotFound("prompt.none", slot));
    }

    /** What callers hear in each slot that is filled; the recordings' files are there afterwards. */
    @Guarded(Need.READ)
    public Map<PromptSlot, Prompt> heard(AccountId account, String language) {
        return slots(account).stream()
                .collect(Collectors.toMap(PromptSlotEntity::slot, slot -> heard(account, slot, language)));
    }

    private Prompt heard(AccountId account, PromptSlotEntity slot, String language) {
        return slot.recording()
                .<Prompt>map(sha256 -> onDisk(account, sha256))
                .orElseGet(() -> new Prompt.System(slot.announcement().orElseThrow(), language));
    }

    /** The database is the original; a lost file is written again. */
    private Prompt.Stored onDisk(AccountId account, String sha256) {
        if (!files.present(sha256)) {
            files.write(sha256, recording(account, sha256).wav());
        }
        return new Prompt.Stored(sha256);
    }

    private Optional<StoredMessage> recorded(AccountId account, PromptSlotEntity slot) {
        return slot.recording().map(sha256 -> recording(account, sha256).in(slot.slot()));
    }

    private RecordingEntity recording(AccountId account, String sha256) {
        return Optional.ofNullable(db.find(RecordingEntity.class, new RecordingEntity.Key(account, sha256)))
                .orElseThrow(() -> new IllegalStateException("no recording " + sha256 + " of account " + account));
    }

    private List<PromptSlotEntity> slots(AccountId account) {
        return db.createQuery(
                        "SELECT s FROM PromptSlotEntity s WHERE s.accountId = :account ORDER BY s.slot",
                        PromptSlotEntity.class)
                .setParameter("account", account.value())
                .getResultList();
    }

    private PromptSlotEntity filled(AccountId account, PromptSlot slot) {
        PromptSlotEntity known = db.find(PromptSlotEntity.class, new PromptSlotEntity.Key(account, slot));
        if (known != null) {
            return known;
        }
        PromptSlotEntity fresh = new PromptSlotEntity(account, slot);
        db.persist(fresh);
        return fresh;
    }

    private static String sha256(byte[] wav) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wav));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
