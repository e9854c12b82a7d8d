package ro.clickphone.portal.prompt;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import ro.clickphone.pbx.ivr.IvrService;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.prompt.MessageDraft;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.portal.audit.ActorWords;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** Slots and what is in them, in the user's language. */
@RequestScoped
public class SlotText {
    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Refusals words;

    @Inject
    private IvrService menus;

    public String name(PromptSlot slot) {
        if (slot.menu().isPresent()) {
            String menu = menus.draft(me.id())
                    .tree()
                    .menu(slot.menu().get())
                    .map(Menu::name)
                    .orElseGet(slot.menu().get()::toString);
            return words.text("message.slot.MENU", List.of(menu));
        }
        return slot.extension()
                .map(extension -> words.text("message.slot.VOICEMAIL", List.of(extension)))
                .orElseGet(() -> words.text("message.slot." + slot, List.of()));
    }

    /** Who made it, how and when; a line. */
    public String origin(MessageDraft message) {
        return words.text(
                "message.origin." + message.origin(),
                List.of(who(message.by()), Moments.moment(message.at(), me.zone(), language.getLocale())));
    }

    /** Who has the slot open, or filled it: an extension by its number, the others as in the journal of acts. */
    String who(String actor) {
        return ActorWords.of(actor, language.texts());
    }

    /** {@code 1:05}. */
    public static String length(MessageDraft message) {
        long seconds = Math.max(1, Math.round(message.length().toMillis() / 1000.0));
        return seconds / 60 + ":" + String.format("%02d", seconds % 60);
    }
}
