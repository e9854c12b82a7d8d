package ro.clickphone.pbx.ivr;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * All menus of a customer in one version. Without the main menu there is none at all.
 *
 * @param menus by number; each {@code GoToMenu} leads to one of them
 */
public record MenuTree(SortedMap<MenuNumber, Menu> menus) implements Serializable {
    public static final MenuTree EMPTY = new MenuTree(new TreeMap<>());

    public MenuTree {
        menus = Collections.unmodifiableSortedMap(new TreeMap<>(menus));
        menus.forEach((number, menu) -> {
            if (!number.equals(menu.number())) {
                throw new IllegalArgumentException("menu " + menu.number() + " stands under " + number);
            }
        });
    }

    public static MenuTree of(List<Menu> menus) {
        SortedMap<MenuNumber, Menu> byNumber = new TreeMap<>();
        for (Menu menu : menus) {
            if (byNumber.put(menu.number(), menu) != null) {
                throw new IllegalArgumentException("menu " + menu.number() + " stands twice");
            }
        }
        return new MenuTree(byNumber);
    }

    public boolean isEmpty() {
        return menus.isEmpty();
    }

    /** The lowest number that no menu has. @throws Refusal {@code menu.tooMany} */
    public MenuNumber free() {
        for (int number = 0; number <= MenuNumber.HIGHEST; number++) {
            if (!menus.containsKey(new MenuNumber(number))) {
                return new MenuNumber(number);
            }
        }
        throw new Refusal("menu.tooMany", "", MenuNumber.HIGHEST + 1);
    }

    /** With this menu, in the place of one of the same number. */
    public MenuTree with(Menu menu) {
        SortedMap<MenuNumber, Menu> more = new TreeMap<>(menus);
        more.put(menu.number(), menu);
        return new MenuTree(more);
    }

    /**
     * Without a submenu: keys that led to it are gone, and where a wrong key or silence did, they lead to the main menu.
     *
     * @throws Refusal {@code menu.noMain}
     */
    public MenuTree without(MenuNumber gone) {
        if (gone.equals(MenuNumber.MAIN)) {
            throw new Refusal("menu.noMain", "");
        }
        return of(menus.values().stream()
                .filter(menu -> !menu.number().equals(gone))
                .map(menu -> menu.withoutWaysTo(gone))
                .toList());
    }

    public Optional<Menu> menu(MenuNumber number) {
        return Optional.ofNullable(menus.get(number));
    }
}
