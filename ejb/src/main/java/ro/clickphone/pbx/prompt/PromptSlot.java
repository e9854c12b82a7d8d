package ro.clickphone.pbx.prompt;

import java.io.Serializable;
import java.util.Optional;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * A place for a message (manual, item 83): the queue's welcome, the words outside working hours, one for each menu, the
 * greeting of an extension's mailbox.
 *
 * @param code {@code QUEUE_WELCOME}, {@code CLOSED}, {@code MENU:<number>} or {@code VOICEMAIL:<extension>}
 */
public record PromptSlot(String code) implements Serializable {
    public static final PromptSlot QUEUE_WELCOME = new PromptSlot("QUEUE_WELCOME");
    public static final PromptSlot CLOSED = new PromptSlot("CLOSED");

    private static final String CODES = "QUEUE_WELCOME|CLOSED|MENU:(0|[1-9][0-9]?)|VOICEMAIL:[1-9][0-9]{2,3}";
    private static final String MENU = "MENU:";
    private static final String VOICEMAIL = "VOICEMAIL:";

    public PromptSlot {
        if (!code.matches(CODES)) {
            throw new IllegalArgumentException("no such slot: " + code);
        }
    }

    public static PromptSlot menu(MenuNumber menu) {
        return new PromptSlot(MENU + menu);
    }

    /** The greeting of an extension's mailbox. */
    public static PromptSlot voicemail(ExtensionNumber extension) {
        return new PromptSlot(VOICEMAIL + extension);
    }

    /** Which menu's message it is, if it is one. */
    public Optional<MenuNumber> menu() {
        return code.startsWith(MENU)
                ? Optional.of(new MenuNumber(Integer.parseInt(code.substring(MENU.length()))))
                : Optional.empty();
    }

    /** Whose mailbox greets with it, if one does. */
    public Optional<ExtensionNumber> extension() {
        return code.startsWith(VOICEMAIL)
                ? ExtensionNumber.parse(code.substring(VOICEMAIL.length()))
                : Optional.empty();
    }

    /** The slot of this name, as it stands in a path of the API; empty when there is none. */
    public static Optional<PromptSlot> parse(String code) {
        return code.matches(CODES) ? Optional.of(new PromptSlot(code)) : Optional.empty();
    }

    @Override
    public String toString() {
        return code;
    }
}
