package ro.clickphone.portal.ivr;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ro.clickphone.pbx.ivr.Menu;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.pbx.prompt.PromptSlot;

/** The table of the draft's lines, each with its difference from what callers hear. */
final class MenuRows {
    private static final String SAME = "";
    private static final String FRESH = "new";
    private static final String CHANGED = "changed";

    private MenuRows() {}

    /** A menu. @param change of its name or message */
    public record Part(int number, String name, String slot, String change, List<Row> rows) implements Serializable {
        public boolean isMain() {
            return number == 0;
        }
    }

    /** A line. @param special whether it is {@code i} or {@code t}, which no menu can be without */
    public record Row(int menu, String key, String text, String change, boolean special) implements Serializable {}

    static List<Part> of(MenuTree draft, MenuTree live, Set<PromptSlot> messages, MenuWords words) {
        return draft.menus().values().stream()
                .map(menu -> part(draft, menu, live, messages, words))
                .toList();
    }

    private static Part part(MenuTree draft, Menu menu, MenuTree live, Set<PromptSlot> messages, MenuWords words) {
        PromptSlot slot = PromptSlot.menu(menu.number());
        Optional<Menu> before = live.menu(menu.number());
        boolean same = before.map(Menu::name).filter(menu.name()::equals).isPresent() && !messages.contains(slot);
        String change = before.isEmpty() ? FRESH : same ? SAME : CHANGED;
        List<Row> rows =
                ordered(menu).map(key -> row(draft, menu, key, before, words)).toList();
        return new Part(menu.number().value(), menu.name(), slot.code(), change, rows);
    }

    private static Row row(MenuTree draft, Menu menu, char key, Optional<Menu> before, MenuWords words) {
        MenuAction action = menu.line(key).orElseThrow();
        Optional<MenuAction> then = before.flatMap(known -> known.line(key));
        String change = then.isEmpty() ? FRESH : then.get().equals(action) ? SAME : CHANGED;
        return new Row(
                menu.number().value(),
                String.valueOf(key),
                words.line(draft, key, action),
                change,
                Menu.KEYS.indexOf(key) < 0);
    }

    /** "Submeniul 1, 3: transfer către extensia 103", as callers have it. */
    static List<String> gone(MenuTree draft, MenuTree live, MenuWords words) {
        return live.menus().values().stream()
                .flatMap(menu -> ordered(menu)
                        .filter(key -> draft.menu(menu.number())
                                .flatMap(known -> known.line(key))
                                .isEmpty())
                        .map(key -> menu.name() + ", " + key + ": "
                                + words.line(live, key, menu.line(key).orElseThrow())))
                .toList();
    }

    /** In the order of a telephone's keys, the special lines last. */
    private static Stream<Character> ordered(Menu menu) {
        return (Menu.KEYS + Menu.INVALID + Menu.TIMEOUT)
                .chars()
                .mapToObj(key -> (char) key)
                .filter(key -> menu.line(key).isPresent());
    }
}
