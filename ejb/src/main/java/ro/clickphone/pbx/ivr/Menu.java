package ro.clickphone.pbx.ivr;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One menu with its keys (manual, items 111 to 120).
 *
 * @param name shown in the portal, from 1 to 64 characters
 * @param keys of {@link #KEYS}
 * @param invalid the line {@code i}: a key that the menu does not have was pressed
 * @param timeout the line {@code t}: nothing was pressed
 */
public record Menu(
        MenuNumber number, String name, SortedMap<Character, MenuAction> keys, MenuAction invalid, MenuAction timeout)
        implements Serializable {
    public static final String KEYS = "0123456789*#";
    public static final int LONGEST_NAME = 64;

    public Menu {
        Objects.requireNonNull(number, "number");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a menu's name has from 1 to " + LONGEST_NAME + " characters");
        }
        for (char key : keys.keySet()) {
            if (KEYS.indexOf(key) < 0) {
                throw new IllegalArgumentException("no such key on a telephone: " + key);
            }
        }
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        Objects.requireNonNull(invalid, "invalid");
        Objects.requireNonNull(timeout, "timeout");
    }

    /** A new menu: wrong key and silence lead to itself (manual, item 120). */
    public static Menu of(MenuNumber number, String name, Map<Character, MenuAction> keys) {
        MenuAction itself = new MenuAction.GoToMenu(number);
        return new Menu(number, name, new TreeMap<>(keys), itself, itself);
    }

    Stream<MenuAction> actions() {
        return Stream.concat(keys.values().stream(), Stream.of(invalid, timeout));
    }
}
