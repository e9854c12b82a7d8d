package ro.clickphone.pbx.prompt;

import java.io.Serializable;
import java.util.Optional;
import ro.clickphone.pbx.ivr.MenuNumber;

/**
 * A place for a message (manual, item 83): the queue's welcome, the words outside working hours, one for each menu.
 *
 * @param code {@code QUEUE_WELCOME}, {@code CLOSED} or {@code MENU:<number>}
 */
public record PromptSlot(String code) implements Serializable {
    public static final PromptSlot QUEUE_WELCOME = new PromptSlot("QUEUE_WELCOME");
    public static final PromptSlot CLOSED = new PromptSlot("CLOSED");

    public PromptSlot {
        if (!code.matches("QUEUE_WELCOME|CLOSED|MENU:(0|[1-9][0-9]?)")) {
            throw new IllegalArgumentException("no such slot: " + code);
        }
    }

    public static PromptSlot menu(MenuNumber menu) {
        return new PromptSlot("MENU:" + menu);
    }

    /** The slot of this name, as it stands in a path of the API; empty when there is none. */
    public static Optional<PromptSlot> parse(String code) {
        return code.matches("QUEUE_WELCOME|CLOSED|MENU:(0|[1-9][0-9]?)")
                ? Optional.of(new PromptSlot(code))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return code;
    }
}
