package ro.clickphone.portal.ivr;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.portal.error.Refusals;

/** Lines of menus in the manual's words: "mergi la submeniul 1 (dacă nu se apasă nimic)". */
@RequestScoped
public class MenuWords {
    @Inject
    private Refusals words;

    String line(MenuTree tree, char key, MenuAction action) {
        String does = action(tree, action);
        return switch (key) {
            case Menu.INVALID -> words.text("ivr.line.i", List.of(does));
            case Menu.TIMEOUT -> words.text("ivr.line.t", List.of(does));
            default -> does;
        };
    }

    String action(MenuTree tree, MenuAction action) {
        if (action instanceof MenuAction.RingExtensions ring) {
            String numbers = ring.extensions().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return words.text(
                    "ivr.does.ring", List.of(numbers, ring.extensions().size()));
        } else if (action instanceof MenuAction.GoToMenu go) {
            return words.text("ivr.does.go", List.of(small(name(tree, go.menu()))));
        } else if (action instanceof MenuAction.ToFax fax) {
            return words.text("ivr.does.fax", List.of(fax.machine().toString()));
        }
        return words.text(action instanceof MenuAction.ToQueue ? "ivr.does.queue" : "ivr.does.fax.none", List.of());
    }

    static String name(MenuTree tree, MenuNumber menu) {
        return tree.menu(menu).map(Menu::name).orElseGet(menu::toString);
    }

    private static String small(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
