package ro.clickphone.portal.voicemail;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.voicemail.Mailbox;
import ro.clickphone.pbx.voicemail.Voicemail;
import ro.clickphone.pbx.voicemail.VoicemailService;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** Mailboxes of the extensions, and what callers left in them. */
@Named
@ViewScoped
public class VoicemailView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private VoicemailService voicemail;

    @Inject
    private ExtensionService extensions;

    @Inject
    private Refusals refusals;

    private List<BoxForm> boxes;

    /** A message of the list. */
    public record Row(
            long id, int extension, String caller, String moment, String length, boolean fresh, String file) {}

    @PostConstruct
    void read() {
        Map<ExtensionNumber, Mailbox> known =
                voicemail.boxes(me.id()).stream().collect(Collectors.toMap(Mailbox::extension, box -> box));
        boxes = extensions.list(me.id()).stream()
                .map(extension -> new BoxForm(extension, known.getOrDefault(extension.number(), off(extension))))
                .toList();
    }

    private static Mailbox off(Extension extension) {
        return new Mailbox(extension.number(), Mailbox.Switched.OFF, "");
    }

    public void save() {
        try {
            boxes.stream().filter(BoxForm::isChanged).forEach(box -> voicemail.save(me.id(), box.mailbox()));
            read();
            refusals.done("voicemail.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "");
        }
    }

    public void heard(long id) {
        voicemail.heard(me.id(), id);
    }

    public void delete(long id) {
        voicemail.delete(me.id(), id);
        refusals.done("voicemail.deleted");
    }

    public List<Row> getMessages() {
        return voicemail.messages(me.id()).stream().map(this::row).toList();
    }

    private Row row(Voicemail message) {
        return new Row(
                message.id(),
                message.extension().value(),
                message.caller().isEmpty() ? refusals.text("voicemail.hidden", List.of()) : message.caller(),
                Moments.moment(message.recordedAt(), me.zone(), language.getLocale()),
                length(message.length()),
                message.isFresh(),
                "/voicemail/file/" + message.id() + ".wav");
    }

    private static String length(Duration length) {
        long seconds = Math.max(1, Math.round(length.toMillis() / 1000.0));
        return seconds / 60 + ":" + String.format("%02d", seconds % 60);
    }

    public long getFresh() {
        return voicemail.messages(me.id()).stream().filter(Voicemail::isFresh).count();
    }

    public List<BoxForm> getBoxes() {
        return boxes;
    }
}
