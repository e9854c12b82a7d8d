package ro.clickphone.pbx.demo;

import java.util.List;
import java.util.Map;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.pbx.kernel.ExtensionNumber;

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
                                '3', new MenuAction.ToFax())),
                Menu.of(romanian, "Submeniul 1", Map.of('1', ring(101), '2', new MenuAction.ToQueue(), '3', ring(103))),
                Menu.of(
                        english,
                        "Submeniul 2",
                        Map.of('1', ring(102), '2', new MenuAction.ToQueue(), '3', ring(103)))));
    }

    private static MenuAction ring(int extension) {
        return new MenuAction.RingExtensions(List.of(new ExtensionNumber(extension)));
    }
}
