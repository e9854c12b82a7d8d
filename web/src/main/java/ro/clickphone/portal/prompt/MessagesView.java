package ro.clickphone.portal.prompt;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import ro.clickphone.pbx.ivr.IvrService;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.portal.layout.Me;

/** All messages of the customer on one page. */
@Named
@RequestScoped
public class MessagesView {
    @Inject
    private Me me;

    @Inject
    private IvrService menus;

    @Inject
    private SlotText words;

    /** A slot. */
    public record Row(String code, String name) {}

    public List<Row> getRows() {
        Stream<PromptSlot> ofMenus =
                menus.draft(me.id()).tree().menus().keySet().stream().map(PromptSlot::menu);
        return Stream.concat(Stream.of(PromptSlot.QUEUE_WELCOME, PromptSlot.CLOSED), ofMenus)
                .map(slot -> new Row(slot.code(), words.name(slot)))
                .toList();
    }
}
