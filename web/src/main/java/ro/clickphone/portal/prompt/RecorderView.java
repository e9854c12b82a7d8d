package ro.clickphone.portal.prompt;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.access.Acting;
import ro.clickphone.pbx.callflow.RecordingNow;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.prompt.MessageDraft;
import ro.clickphone.pbx.prompt.PromptService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.prompt.SlotOpening;
import ro.clickphone.pbx.prompt.SlotService;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.routing.MessageSound;

/**
 * The dialog that fills a slot (manual, items 81 and 82), on every page that has a slot: it opens it, follows the
 * recording live, takes files and texts, and ends with "Am terminat de înregistrat mesajul".
 */
@Named
@ViewScoped
public class RecorderView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    @Inject
    private Me me;

    @Inject
    private SlotService slots;

    @Inject
    private PromptService prompts;

    @Inject
    private LiveMessages live;

    @Inject
    private RecordingNow now;

    @Inject
    private SlotText words;

    @Inject
    private Refusals refusals;

    private PromptSlot slot;
    private Way way = Way.PHONE;
    private String text = "";
    private String spoken = "ro";

    /** How the message shall be made. */
    public enum Way {
        PHONE,
        FILE,
        BROWSER,
        SPEECH
    }

    /** A recording to be listened to. @param file its address under the page's */
    public record Heard(int version, String length, String origin, String file) {}

    /** Opens the slot, or shows who has it open. */
    public void show(String code) {
        slot = new PromptSlot(code);
        way = Way.PHONE;
        text = "";
        open();
    }

    public void open() {
        attempt(() -> {
            if (!isElsewhere()) {
                slots.open(me.id(), slot);
            }
        });
    }

    public void takeOver() {
        attempt(() -> slots.takeOver(me.id(), slot));
    }

    public void choose(String wanted) {
        way = Way.valueOf(wanted);
    }

    public void say() {
        attempt(() -> slots.say(me.id(), slot, text, spoken));
    }

    public void accept() {
        attempt(() -> {
            slots.accept(me.id(), slot);
            refusals.done(slot.menu().isPresent() ? "message.accepted.menu" : "message.accepted", words.name(slot));
            slot = null;
        });
    }

    /** What was made is forgotten; what callers hear stays. */
    public void close() {
        attempt(() -> {
            if (slot != null) {
                slots.close(me.id(), slot);
                slot = null;
            }
        });
    }

    public void restore(int version) {
        attempt(() -> {
            prompts.restore(me.id(), slot, version);
            refusals.done("message.restored", version);
        });
    }

    public void remove() {
        attempt(() -> {
            prompts.remove(me.id(), slot);
            refusals.done("message.removed", words.name(slot));
        });
    }

    private void attempt(Runnable work) {
        live.forget();
        try {
            work.run();
        } catch (Refusal refusal) {
            refusals.show(refusal, "message");
        }
    }

    /** Whether the dialog is about something. */
    public boolean isShown() {
        return slot != null;
    }

    private Optional<SlotOpening> opening() {
        return slot == null ? Optional.empty() : slots.opening(me.id(), slot);
    }

    public boolean isMine() {
        return opening().filter(open -> open.owner().equals(actor())).isPresent();
    }

    /** Somebody else has it open. */
    public boolean isElsewhere() {
        return opening().filter(open -> !open.owner().equals(actor())).isPresent();
    }

    public boolean isExpired() {
        return slot != null && opening().isEmpty();
    }

    private String actor() {
        return Acting.now().name();
    }

    public String getOwner() {
        return opening().map(SlotOpening::owner).map(words::who).orElse("");
    }

    public String getUntil() {
        return opening()
                .map(open -> CLOCK.format(open.expiresAt().atZone(me.zone())))
                .orElse("");
    }

    public String getSlot() {
        return slot == null ? "" : slot.code();
    }

    public String getName() {
        return slot == null ? "" : words.name(slot);
    }

    /** What people say in such a message. */
    public String getExample() {
        return slot == null
                ? ""
                : refusals.text("message.example." + slot.code().split(":")[0], List.of());
    }

    /** Whether there is a message of the customer's that can be taken away. */
    public boolean isFilled() {
        return slot != null && live.isFilled(me.id(), slot);
    }

    /** Nobody, or the extension that speaks or listens right now. */
    public RecordingNow.Speaker getSpeaker() {
        return slot == null ? null : now.speaker(me.id(), slot).orElse(null);
    }

    public boolean isMade() {
        return opening().flatMap(SlotOpening::draft).isPresent();
    }

    public Heard getDraft() {
        return opening()
                .flatMap(SlotOpening::draft)
                .map(draft -> heard(0, draft, slot, "draft-" + draft.sha256().substring(0, 12)))
                .orElse(null);
    }

    /** What was heard before, the newest first. */
    public List<Heard> getVersions() {
        return slot == null
                ? List.of()
                : prompts.versions(me.id(), slot).stream()
                        .map(version ->
                                heard(version.version(), version.message(), slot, "version-" + version.version()))
                        .toList();
    }

    /** What callers hear in a slot now; its length is empty when it is no recording of the customer's. */
    public Heard live(String code) {
        PromptSlot asked = new PromptSlot(code);
        return live.of(me.id(), asked)
                .map(version -> heard(version.version(), version.message(), asked, "version-" + version.version()))
                .or(() -> live.readyMade(me.id(), asked).map(this::readyMade))
                .orElseGet(() -> new Heard(0, "", refusals.text("message.general", List.of()), ""));
    }

    private Heard readyMade(Prompt.System announcement) {
        return new Heard(0, "", refusals.text("message.announcement", List.of()), MessageSound.address(announcement));
    }

    private Heard heard(int version, MessageDraft message, PromptSlot of, String file) {
        return new Heard(
                version,
                SlotText.length(message),
                words.origin(message),
                "/prompt/file/" + of.code().replace(":", "-") + "/" + file + ".wav");
    }

    public boolean isSpeaking() {
        return slots.speaks(me.id());
    }

    public Way getWay() {
        return way;
    }

    public Way[] getWays() {
        return Way.values();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getSpoken() {
        return spoken;
    }

    public void setSpoken(String spoken) {
        this.spoken = spoken;
    }

    /** Minutes for which an opened slot is reserved. */
    public long getMinutes() {
        return SlotOpening.LASTS.toMinutes();
    }
}
