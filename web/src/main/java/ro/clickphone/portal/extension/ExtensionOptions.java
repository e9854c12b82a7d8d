package ro.clickphone.portal.extension;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.ExtensionEdit;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.extension.InstallLinks;
import ro.clickphone.pbx.extension.NewExtension;
import ro.clickphone.pbx.extension.SipSettings;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.QrCode;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.layout.ThisPortal;

/** The chosen extension: its SIP settings, name, password, forwards, ring time, end (manual, items 61 to 73). */
@Named
@ViewScoped
public class ExtensionOptions implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private ExtensionService extensions;

    @Inject
    private InstallLinks links;

    @Inject
    private Refusals refusals;

    private ExtensionNumber number;
    private String name;
    private Extension nameRead;
    private int ringTime;
    private Extension ringTimeRead;
    private DigestCredential.Srtp encryptionRead = DigestCredential.Srtp.OPTIONAL;
    private boolean told;
    private DigestCredential.Srtp encryption = DigestCredential.Srtp.OPTIONAL;
    private final Map<Forward.When, ForwardForm> forwards = new EnumMap<>(Forward.When.class);

    /** Known only right after it was made; gone with the next choice, and never written to a stored session. */
    private transient String password;

    /** Readable only right after it was made, like the password. */
    private transient String link;

    public void choose(ExtensionNumber wanted) {
        take(extensions.find(me.id(), wanted));
        password = null;
        link = null;
    }

    public void show(NewExtension made) {
        take(made.extension());
        password = made.password();
    }

    private void take(Extension extension) {
        number = extension.number();
        name = extension.name();
        nameRead = extension;
        ringTime = (int) extension.ringTime().toSeconds();
        ringTimeRead = extension;
        encryption = extensions.encryption(me.id(), number);
        encryptionRead = encryption;
        told = false;
        ForwardForm.ORDER.forEach(when -> forwards.put(when, new ForwardForm(when, extension)));
    }

    /** What is stored, instead of what was being written. */
    public void readAgain() {
        take(stored());
    }

    /** Whether somebody else has saved while this panel was open, and their work was not shown or replaced yet. */
    public boolean isOvertaken() {
        if (!isOpen()
                || extensions.list(me.id()).stream()
                        .noneMatch(known -> known.number().equals(number))) {
            return false;
        }
        Extension stored = stored();
        return told
                || !stored.name().equals(nameRead.name())
                || !stored.ringTime().equals(ringTimeRead.ringTime())
                || extensions.encryption(me.id(), number) != encryptionRead
                || forwards.values().stream().anyMatch(form -> form.isOvertakenBy(stored));
    }

    /** Somebody else saved the same: nothing that was written here is lost, and who saves once more replaces theirs. */
    private void refused(Refusal refusal, String form, Consumer<Extension> overtaken) {
        if (refusal.code().equals("edit.stale")) {
            told = true;
            overtaken.accept(stored());
        }
        refusals.show(refusal, form);
    }

    private Extension stored() {
        return extensions.find(me.id(), number);
    }

    /** A link for the employee's own computer; it replaces one that was made before (item 75). */
    public void makeLink() {
        try {
            link = links.make(me.id(), number, ThisPortal.address()).address();
            refusals.done("install.made", number);
        } catch (Refusal refusal) {
            refusals.show(refusal, "");
        }
    }

    /** Empty when none was made just now. */
    public String getLink() {
        return link == null ? "" : link;
    }

    public String getLinkImage() {
        return link == null ? "" : QrCode.imageOf(link);
    }

    public boolean isQuiet() {
        return extensions.find(me.id(), number).doNotDisturb();
    }

    public void setQuiet(boolean wanted) {
        if (wanted != isQuiet()) {
            if (wanted) {
                extensions.wantQuiet(me.id(), number);
            } else {
                extensions.wantCalls(me.id(), number);
            }
            refusals.done(wanted ? "extension.quiet.on" : "extension.quiet.off", number);
        }
    }

    public void close() {
        number = null;
        password = null;
    }

    public boolean isOpen() {
        return number != null;
    }

    public int getNumber() {
        return number == null ? 0 : number.value();
    }

    public SipSettings getSettings() {
        return extensions.settings(me.id(), number);
    }

    /** Empty when it is not known any more. */
    public String getPassword() {
        return password == null ? "" : password;
    }

    public void rename() {
        try {
            nameRead = extensions.edit(me.id(), nameRead, new ExtensionEdit.Name(name));
            name = nameRead.name();
            told = false;
            refusals.done("extension.renamed", number, name);
        } catch (Refusal refusal) {
            refused(refusal, "rename", stored -> nameRead = stored);
        }
    }

    public void makePassword() {
        try {
            show(extensions.newPassword(me.id(), number));
            refusals.done("extension.password.made", number);
        } catch (Refusal refusal) {
            refusals.show(refusal, "");
        }
    }

    public void saveEncryption() {
        try {
            extensions.setEncryption(me.id(), number, encryptionRead, encryption);
            encryptionRead = encryption;
            told = false;
            refusals.done("encryption.saved", number);
        } catch (Refusal refusal) {
            refused(refusal, "encryption", stored -> encryptionRead = extensions.encryption(me.id(), number));
        }
    }

    public DigestCredential.Srtp[] getEncryptions() {
        return DigestCredential.Srtp.values();
    }

    public DigestCredential.Srtp getEncryption() {
        return encryption;
    }

    public void setEncryption(DigestCredential.Srtp encryption) {
        this.encryption = encryption;
    }

    public void saveRingTime() {
        try {
            ringTimeRead =
                    extensions.edit(me.id(), ringTimeRead, new ExtensionEdit.RingTime(Duration.ofSeconds(ringTime)));
            told = false;
            refusals.done("extension.ringTime.saved", number, ringTime);
        } catch (Refusal refusal) {
            refused(refusal, "ring", stored -> ringTimeRead = stored);
        }
    }

    public ForwardForm forward(String when) {
        return forwards.get(Forward.When.valueOf(when));
    }

    public void saveForward(ForwardForm form) {
        changeForward(form, "forward.saved", new ExtensionEdit.SetForward(form.when(), form.getTarget()));
    }

    public void activate(ForwardForm form) {
        changeForward(form, "forward.activated", new ExtensionEdit.ActivateForward(form.when()));
    }

    public void deactivate(ForwardForm form) {
        changeForward(form, "forward.deactivated", new ExtensionEdit.DeactivateForward(form.when()));
    }

    private void changeForward(ForwardForm form, String done, ExtensionEdit change) {
        try {
            form.show(extensions.edit(me.id(), form.read(), change));
            told = false;
            refusals.done(done, number, form.getTarget());
        } catch (Refusal refusal) {
            refused(refusal, "forward-" + form.when(), form::overtakenBy);
        }
    }

    /** Where the extension is needed; while there is such a place it cannot be deleted. */
    public List<PlaceOfUse> getUses() {
        return extensions.uses(me.id(), number).stream()
                .map(use -> new PlaceOfUse(refusals.text(use.code(), use.arguments()), PlaceOfUse.page(use)))
                .toList();
    }

    public void delete() {
        try {
            extensions.delete(me.id(), number);
            refusals.done("extension.deleted", number);
            close();
        } catch (Refusal refusal) {
            refusals.show(refusal, "");
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getRingTime() {
        return ringTime;
    }

    public void setRingTime(int ringTime) {
        this.ringTime = ringTime;
    }
}
