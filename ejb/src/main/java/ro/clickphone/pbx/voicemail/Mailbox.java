package ro.clickphone.pbx.voicemail;

import java.io.Serializable;
import java.util.Objects;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * An extension's mailbox.
 *
 * @param mail where each message goes as a file; empty for nowhere
 */
public record Mailbox(ExtensionNumber extension, Switched switched, String mail) implements Serializable {
    public Mailbox {
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(switched, "switched");
        Objects.requireNonNull(mail, "mail");
    }

    /** Whether callers can leave messages. */
    public enum Switched {
        ON,
        OFF
    }

    public boolean isOn() {
        return switched == Switched.ON;
    }
}
