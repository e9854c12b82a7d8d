package ro.clickphone.pbx.ivr;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

    public Optional<Menu> menu(MenuNumber number) {
        return Optional.ofNullable(menus.get(number));
    }
}
