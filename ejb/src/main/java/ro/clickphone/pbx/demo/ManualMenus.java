package ro.clickphone.pbx.demo;

import java.util.List;
import java.util.Map;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.PromptSlot;

/** The menus of the manual's example (items 124 to 132). */
final class ManualMenus {
    private ManualMenus() {}

    static MenuTree tree() {
        MenuNumber romanian = new MenuNumber(1);
        MenuNumber english = new MenuNumber(2);
        return MenuTree.of(List.of(
                Menu.of(
                        MenuNumber.MAIN,
                        "Meniul principal",
                        Map.of(
                                '1', new MenuAction.GoToMenu(romanian),
                                '2', new MenuAction.GoToMenu(english),
                                '3', new MenuAction.NoFaxYet())),
                Menu.of(romanian, "Submeniul 1", Map.of('1', ring(101), '2', new MenuAction.ToQueue(), '3', ring(103))),
                Menu.of(
                        english,
                        "Submeniul 2",
                        Map.of('1', ring(102), '2', new MenuAction.ToQueue(), '3', ring(103)))));
    }

    /** What callers hear in them, and in the queue and out of hours, by its name in the table of system prompts. */
    static Map<PromptSlot, String> messages() {
        return Map.of(
                PromptSlot.menu(MenuNumber.MAIN),
                "demo-menu",
                PromptSlot.menu(new MenuNumber(1)),
                "demo-menu-romanian",
                PromptSlot.menu(new MenuNumber(2)),
                "demo-menu-english",
                PromptSlot.QUEUE_WELCOME,
                "demo-queue-welcome",
                PromptSlot.CLOSED,
                "demo-closed");
    }

    private static MenuAction ring(int extension) {
        return new MenuAction.RingExtensions(List.of(new ExtensionNumber(extension)));
    }
}
