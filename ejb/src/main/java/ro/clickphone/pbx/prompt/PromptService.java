package ro.clickphone.pbx.prompt;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.access.Acting;
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
    private Event<MessagesChanged> told;

    @Inject
    private Clock clock;

    @Inject
    private PromptFiles files;

    /**
     * Puts a recording into the slot.
     *
     * @param upload a WAV file (linear PCM, A-law or µ-law, one or two channels, from 8,000 samples a second) or MP3
     * @throws Refusal {@code prompt.tooBig} (10 MB), {@code prompt.notAudio}, {@code prompt.tooLong} (5 minutes),
     *     {@code prompt.tooShort}, {@code prompt.silent}, {@code prompt.full} (all messages of the account together)
     */
    public StoredMessage store(AccountId account, PromptSlot slot, byte[] upload) {
        Recording recording = Recording.of(upload);
        Shelf shelf = new Shelf(db, account);
        RecordingEntity stored = shelf.keep(recording, clock.instant());
        files.write(stored.sha256(), recording.wav());
        shelf.fill(
                slot,
                new MessageDraft(
                        stored.sha256(),
                        stored.length(),
                        Origin.FILE,
                        Acting.now().name(),
                        clock.instant()));
        shelf.forgetUnused().forEach(files::forget);
        tell(account);
        return stored.in(slot);
    }

    /** Puts one of the product's own announcements into the slot. @param name as in the table of system prompts */
    public void useAnnouncement(AccountId account, PromptSlot slot, String name) {
        new Shelf(db, account).filled(slot).fillWithAnnouncement(name);
        tell(account);
    }

    /** Empties the slot: the product's general words are heard there. */
    public void remove(AccountId account, PromptSlot slot) {
        Optional.ofNullable(db.find(PromptSlotEntity.class, new PromptSlotEntity.Key(account, slot)))
                .ifPresent(db::remove);
        tell(account);
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

    /** The recording that is heard in the slot; empty when it is none of the customer's. */
    @Guarded(Need.READ)
    public Optional<MessageVersion> live(AccountId account, PromptSlot slot) {
        return Optional.ofNullable(db.find(PromptSlotEntity.class, new PromptSlotEntity.Key(account, slot)))
                .flatMap(PromptSlotEntity::recording)
                .flatMap(sha256 -> versions(account, slot).stream()
                        .filter(version -> version.message().sha256().equals(sha256))
                        .findFirst());
    }

    /** The name of the product's own announcement that was put into the slot; empty when it is a recording or nothing. */
    @Guarded(Need.READ)
    public Optional<String> announcement(AccountId account, PromptSlot slot) {
        return Optional.ofNullable(db.find(PromptSlotEntity.class, new PromptSlotEntity.Key(account, slot)))
                .flatMap(PromptSlotEntity::announcement);
    }

    /** What was heard in the slot, the newest first. */
    @Guarded(Need.READ)
    public List<MessageVersion> versions(AccountId account, PromptSlot slot) {
        Shelf shelf = new Shelf(db, account);
        return shelf.versions(slot).stream()
                .map(version -> version.as(shelf.length(version.sha256())))
                .toList();
    }

    /**
     * Goes back to an earlier message, as a new version.
     *
     * @throws NotFound {@code prompt.version.unknown}
     */
    public void restore(AccountId account, PromptSlot slot, int version) {
        MessageDraft message = version(account, slot, version).message();
        files.write(message.sha256(), recording(account, message.sha256()).wav());
        Shelf shelf = new Shelf(db, account);
        shelf.fill(slot, message);
        shelf.forgetUnused().forEach(files::forget);
        tell(account);
    }

    /** @throws NotFound {@code prompt.version.unknown} */
    @Guarded(Need.READ)
    public byte[] wav(AccountId account, PromptSlot slot, int version) {
        return recording(account, version(account, slot, version).message().sha256())
                .wav();
    }

    private MessageVersion version(AccountId account, PromptSlot slot, int version) {
        return versions(account, slot).stream()
                .filter(known -> known.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("prompt.version.unknown", version));
    }

    /** What callers hear in each slot that is filled; the recordings' files are there afterwards. */
    @Guarded(Need.READ)
    public Map<PromptSlot, Prompt> heard(AccountId account, String language) {
        return slots(account).stream()
                .collect(Collectors.toMap(PromptSlotEntity::slot, slot -> heard(account, slot, language)));
    }

    /** What callers hear in the menus of an applied version; the recordings' files are there afterwards. */
    @Guarded(Need.READ)
    public Map<PromptSlot, Prompt> heardInMenus(AccountId account, int version, String language) {
        return new MenuMessages(db, account)
                .of(version).stream()
                        .collect(Collectors.toMap(
                                MenuMessageEntity::slot,
                                message -> heard(account, message.recording(), message.announcement(), language)));
    }

    /** Whether the menus' messages in the slots are others than those of an applied version. */
    @Guarded(Need.READ)
    public Set<PromptSlot> changedSince(AccountId account, int version) {
        Map<PromptSlot, Prompt> now = heard(account, "ro");
        Map<PromptSlot, Prompt> then = heardInMenus(account, version, "ro");
        return Stream.concat(now.keySet().stream(), then.keySet().stream())
                .filter(slot -> slot.menu().isPresent())
                .filter(slot -> !Objects.equals(now.get(slot), then.get(slot)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Prompt heard(AccountId account, PromptSlotEntity slot, String language) {
        return heard(account, slot.recording(), slot.announcement(), language);
    }

    private Prompt heard(
            AccountId account, Optional<String> recording, Optional<String> announcement, String language) {
        return recording
                .<Prompt>map(sha256 -> onDisk(account, sha256))
                .orElseGet(() -> new Prompt.System(announcement.orElseThrow(), language));
    }

    /** The database is the original; a lost file is written again. */
    private Prompt.Stored onDisk(AccountId account, String sha256) {
        if (!files.present(sha256)) {
            files.write(sha256, recording(account, sha256).wav());
        }
        return new Prompt.Stored(sha256);
    }

    private Optional<StoredMessage> recorded(AccountId account, PromptSlotEntity slot) {
        return slot.recording().map(sha256 -> new Shelf(db, account).stored(slot.slot(), sha256));
    }

    private RecordingEntity recording(AccountId account, String sha256) {
        return new Shelf(db, account).the(sha256);
    }

    private List<PromptSlotEntity> slots(AccountId account) {
        return db.createQuery(
                        "SELECT s FROM PromptSlotEntity s WHERE s.accountId = :account ORDER BY s.slot",
                        PromptSlotEntity.class)
                .setParameter("account", account.value())
                .getResultList();
    }

    private void tell(AccountId account) {
        changed.fire(new AccountChanged(account));
        told.fire(new MessagesChanged(account));
    }
}
