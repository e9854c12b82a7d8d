package ro.clickphone.portal.ivr;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.ivr.MenuTree;

/** The menus as a tree, line by line: a menu is drawn once, where it is first reached; further ways to it only name it. */
final class MenuDrawing {
    /** Deeper than any caller follows, and than a telephone's screen is wide. */
    private static final int DEEPEST = 6;

    private final MenuTree tree;
    private final MenuWords words;
    private final Set<MenuNumber> drawn = new HashSet<>();
    private final List<Branch> branches = new ArrayList<>();

    private MenuDrawing(MenuTree tree, MenuWords words) {
        this.tree = tree;
        this.words = words;
    }

    /** A line of the drawing. @param depth from 0 @param key empty for the root @param icon of PrimeIcons */
    public record Branch(int depth, String key, String text, String icon) implements Serializable {}

    static List<Branch> of(MenuTree tree, MenuWords words) {
        MenuDrawing drawing = new MenuDrawing(tree, words);
        tree.menu(MenuNumber.MAIN).ifPresent(main -> {
            drawing.branches.add(new Branch(0, "", main.name(), "pi-list"));
            drawing.lines(main, 1);
        });
        tree.menus().values().stream()
                .filter(menu -> !drawing.drawn.contains(menu.number()))
                .forEach(drawing::unreached);
        return List.copyOf(drawing.branches);
    }

    private void lines(Menu menu, int depth) {
        drawn.add(menu.number());
        menu.keys().forEach((key, action) -> line(key, action, depth));
    }

    private void line(char key, MenuAction action, int depth) {
        if (action instanceof MenuAction.GoToMenu go && depth < DEEPEST && !drawn.contains(go.menu())) {
            branches.add(new Branch(depth, String.valueOf(key), MenuWords.name(tree, go.menu()), "pi-list"));
            tree.menu(go.menu()).ifPresent(menu -> lines(menu, depth + 1));
        } else {
            branches.add(new Branch(depth, String.valueOf(key), words.action(tree, action), icon(action)));
        }
    }

    /** No key leads there yet. */
    private void unreached(Menu menu) {
        if (drawn.add(menu.number())) {
            branches.add(new Branch(0, "?", menu.name(), "pi-list"));
            lines(menu, 1);
        }
    }

    private static String icon(MenuAction action) {
        if (action instanceof MenuAction.RingExtensions) {
            return "pi-phone";
        } else if (action instanceof MenuAction.GoToMenu) {
            return "pi-replay";
        }
        return action instanceof MenuAction.ToQueue ? "pi-users" : "pi-print";
    }
}
