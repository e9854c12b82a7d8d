package ro.clickphone.portal.voicemail;

import java.io.Serializable;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.voicemail.Mailbox;

/** An extension's mailbox as it is being changed on the page. */
public class BoxForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Extension extension;
    private final Mailbox stored;
    private boolean on;
    private String mail;

    BoxForm(Extension extension, Mailbox stored) {
        this.extension = extension;
        this.stored = stored;
        this.on = stored.isOn();
        this.mail = stored.mail();
    }

    Mailbox mailbox() {
        return new Mailbox(
                extension.number(), on ? Mailbox.Switched.ON : Mailbox.Switched.OFF, mail == null ? "" : mail.strip());
    }

    boolean isChanged() {
        return !mailbox().equals(stored);
    }

    public int getNumber() {
        return extension.number().value();
    }

    public String getName() {
        return extension.name();
    }

    public String getSlot() {
        return PromptSlot.voicemail(extension.number()).code();
    }

    public boolean isOn() {
        return on;
    }

    public void setOn(boolean on) {
        this.on = on;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }
}
