package ro.clickphone.pbx.ivr;

import java.util.Set;
import java.util.stream.Collectors;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;

/** What a menu must hold before it is kept or made live. */
final class MenuChecks {
    private MenuChecks() {}

    static void wellFormed(MenuTree tree) {
        if (!tree.isEmpty() && tree.menu(MenuNumber.MAIN).isEmpty()) {
            throw new Refusal("menu.noMain", "menus");
        }
        tree.menus().values().forEach(menu -> targetsExist(menu, tree));
    }

    /** @throws Refusal {@code menu.keyless} when callers could press nothing */
    static void offersSomething(MenuTree tree) {
        if (tree.menu(MenuNumber.MAIN).filter(main -> main.keys().isEmpty()).isPresent()) {
            throw new Refusal("menu.keyless", "");
        }
    }

    static boolean usesQueue(MenuTree tree) {
        return tree.menus().values().stream()
                .flatMap(Menu::actions)
                .anyMatch(action -> action instanceof MenuAction.ToQueue);
    }

    /** The extensions that some key rings. */
    static Set<ExtensionNumber> named(MenuTree tree) {
        return tree.menus().values().stream()
                .flatMap(Menu::actions)
                .flatMap(action -> action.rung().stream())
                .collect(Collectors.toSet());
    }

    private static void targetsExist(Menu menu, MenuTree tree) {
        menu.actions().forEach(action -> {
            if (action instanceof MenuAction.GoToMenu go && tree.menu(go.menu()).isEmpty()) {
                throw new Refusal("menu.unknownTarget", "menus", menu.name(), go.menu());
            }
        });
    }
}
