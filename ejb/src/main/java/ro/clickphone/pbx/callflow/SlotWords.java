package ro.clickphone.pbx.callflow;

import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.prompt.PromptSlot;

/** "For the message of submenu 2": how a slot is named on the telephone. */
final class SlotWords {
    /** Further menus have no words of their own. */
    private static final int LAST_NAMED_MENU = 9;

    private SlotWords() {}

    static Prompt of(PromptSlot slot, String language) {
        return new Prompt.System(name(slot), language);
    }

    private static String name(PromptSlot slot) {
        if (slot.equals(PromptSlot.QUEUE_WELCOME)) {
            return "slot-queue-welcome";
        } else if (slot.equals(PromptSlot.CLOSED)) {
            return "slot-closed";
        }
        return slot.menu()
                .map(menu -> menu.value() <= LAST_NAMED_MENU ? "slot-menu-" + menu : "slot-menu")
                .orElse("slot-voicemail-greeting");
    }
}
