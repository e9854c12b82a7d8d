package ro.clickphone.pbx.prompt;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * Slots while they are being filled (manual, items 81 and 82). Whoever opens one has it alone; what is made for it by
 * telephone, file, browser or text is a draft, and replaces the live message only when the owner accepts it.
 */
@Stateless
@Guarded
public class SlotService {
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

    @Inject
    private SpokenFiles spoken;

    @Inject
    private Speech speech;

    /**
     * Opens the slot for who asks, or keeps it open for longer.
     *
     * @throws Refusal {@code slot.taken} while somebody else has it open
     */
    public SlotOpening open(AccountId account, PromptSlot slot) {
        SlotOpeningEntity opening = hold(account, slot);
        if (opening.openAt(clock.instant()) && !opening.owner().equals(actor())) {
            throw new Refusal("slot.taken", "", opening.owner());
        }
        return begun(account, opening);
    }

    /** Takes it from whoever has it open; what that one made and did not accept is lost. */
    public SlotOpening takeOver(AccountId account, PromptSlot slot) {
        return begun(account, hold(account, slot));
    }

    /** Those that are open now, in the order of their slots. */
    @Guarded(Need.READ)
    public List<SlotOpening> openings(AccountId account) {
        Instant now = clock.instant();
        return db.createQuery(
                        "SELECT o FROM SlotOpeningEntity o WHERE o.accountId = :account ORDER BY o.slot",
                        SlotOpeningEntity.class)
                .setParameter("account", account.value())
                .getResultStream()
                .filter(opening -> opening.openAt(now))
                .map(opening -> view(account, opening))
                .toList();
    }

    @Guarded(Need.READ)
    public Optional<SlotOpening> opening(AccountId account, PromptSlot slot) {
        return openings(account).stream()
                .filter(opening -> opening.slot().equals(slot))
                .findFirst();
    }

    /**
     * Makes an upload the slot's draft.
     *
     * @throws Refusal {@code slot.taken}, {@code slot.expired}, or as {@link PromptService#store}
     */
    public SlotOpening offer(AccountId account, PromptSlot slot, Origin origin, byte[] upload) {
        SlotOpeningEntity opening = mine(account, slot);
        return made(account, opening, Recording.of(upload), origin, actor());
    }

    /** Whether {@link #say} can be offered on this machine. */
    @Guarded(Need.READ)
    public boolean speaks(AccountId account) {
        return speech.isThere();
    }

    /**
     * Makes a text, read out, the slot's draft.
     *
     * @param language {@code ro} or {@code en}
     * @throws Refusal {@code slot.taken}, {@code slot.expired}, {@code speech.empty}, {@code speech.tooLong},
     *     {@code speech.busy}, {@code speech.failed}, {@code speech.none}
     */
    public SlotOpening say(AccountId account, PromptSlot slot, String text, String language) {
        SlotOpeningEntity opening = mine(account, slot);
        return made(account, opening, Recording.of(speech.said(text, language)), Origin.SPEECH, actor());
    }

    /**
     * Makes what was spoken into a telephone the slot's draft.
     *
     * @param by the extension's number
     * <p>In a transaction of its own: a refusal must not undo the record of the call that it came with.
     *
     * @throws Refusal {@code slot.expired}, {@code prompt.tooShort}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public SlotOpening recorded(AccountId account, PromptSlot slot, RecordingName name, String by) {
        SlotOpeningEntity opening = unexpired(account, slot);
        return made(account, opening, Recording.spoken(spoken.read(name)), Origin.PHONE, by);
    }

    /**
     * "Am terminat de înregistrat mesajul": callers hear the draft from the next call on, and the slot is closed.
     *
     * @throws Refusal {@code slot.nothing} when nothing was made, {@code slot.taken}, {@code slot.expired}
     */
    public StoredMessage accept(AccountId account, PromptSlot slot) {
        SlotOpeningEntity opening = mine(account, slot);
        Shelf shelf = new Shelf(db, account);
        String sha256 = opening.recording().orElseThrow(() -> new Refusal("slot.nothing", ""));
        RecordingEntity recording = shelf.the(sha256);
        files.write(sha256, recording.wav());
        shelf.fill(slot, view(account, opening).draft().orElseThrow());
        db.remove(opening);
        tidied(account, shelf);
        return recording.in(slot);
    }

    /** Closes the slot; the live message stays what it was. Of no effect on a slot that another one has open. */
    public void close(AccountId account, PromptSlot slot) {
        SlotOpeningEntity opening = hold(account, slot);
        if (opening.owner().equals(actor()) || !opening.openAt(clock.instant())) {
            db.remove(opening);
            tidied(account, new Shelf(db, account));
        }
    }

    /** What was made for an open slot, to listen to. @throws Refusal {@code slot.nothing} */
    @Guarded(Need.READ)
    public byte[] draft(AccountId account, PromptSlot slot) {
        return opening(account, slot)
                .flatMap(SlotOpening::draft)
                .map(draft -> new Shelf(db, account).the(draft.sha256()).wav())
                .orElseThrow(() -> new Refusal("slot.nothing", ""));
    }

    private SlotOpening begun(AccountId account, SlotOpeningEntity opening) {
        opening.begin(actor(), clock.instant());
        tell(account);
        return view(account, opening);
    }

    private SlotOpening made(
            AccountId account, SlotOpeningEntity opening, Recording recording, Origin origin, String by) {
        Shelf shelf = new Shelf(db, account);
        RecordingEntity stored = shelf.keep(recording, clock.instant());
        opening.made(stored.sha256(), origin, by, clock.instant());
        tidied(account, shelf);
        return view(account, opening);
    }

    private void tidied(AccountId account, Shelf shelf) {
        shelf.forgetUnused().forEach(files::forget);
        tell(account);
    }

    private void tell(AccountId account) {
        changed.fire(new AccountChanged(account));
        told.fire(new MessagesChanged(account));
    }

    private SlotOpeningEntity mine(AccountId account, PromptSlot slot) {
        SlotOpeningEntity opening = unexpired(account, slot);
        if (!opening.owner().equals(actor())) {
            throw new Refusal("slot.taken", "", opening.owner());
        }
        return opening;
    }

    private SlotOpeningEntity unexpired(AccountId account, PromptSlot slot) {
        SlotOpeningEntity opening = hold(account, slot);
        if (!opening.openAt(clock.instant())) {
            throw new Refusal("slot.expired", "", SlotOpening.LASTS.toMinutes());
        }
        return opening;
    }

    /** The slot's row, held until the transaction ends: of two who open it at once one comes second. */
    private SlotOpeningEntity hold(AccountId account, PromptSlot slot) {
        db.createNativeQuery(
                        "INSERT INTO prompt_opening (account_id, slot, owner, opened_at, expires_at)"
                                + " VALUES (?1, ?2, '', '2000-01-01', '2000-01-01') ON DUPLICATE KEY UPDATE slot = VALUES(slot)")
                .setParameter(1, account.value())
                .setParameter(2, slot.code())
                .executeUpdate();
        return db.find(
                SlotOpeningEntity.class, new PromptSlotEntity.Key(account, slot), LockModeType.PESSIMISTIC_WRITE);
    }

    private SlotOpening view(AccountId account, SlotOpeningEntity opening) {
        return opening.opening(opening.recording()
                .map(sha256 -> new Shelf(db, account).length(sha256))
                .orElse(Duration.ZERO));
    }

    private static String actor() {
        return Acting.now().name();
    }
}
