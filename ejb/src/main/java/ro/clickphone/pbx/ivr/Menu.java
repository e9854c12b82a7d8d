package ro.clickphone.pbx.ivr;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    /** The line for a key that the menu does not have. */
    public static final char INVALID = 'i';
    /** The line for no key at all. */
    public static final char TIMEOUT = 't';

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

    public Menu named(String other) {
        return new Menu(number, other, keys, invalid, timeout);
    }

    /** What the line does: a key's, {@code i} or {@code t}; empty for a key that the menu does not have. */
    public Optional<MenuAction> line(char line) {
        return switch (line) {
            case INVALID -> Optional.of(invalid);
            case TIMEOUT -> Optional.of(timeout);
            default -> Optional.ofNullable(keys.get(line));
        };
    }

    /** With that line, new or changed. */
    public Menu with(char line, MenuAction action) {
        if (line == INVALID) {
            return new Menu(number, name, keys, action, timeout);
        } else if (line == TIMEOUT) {
            return new Menu(number, name, keys, invalid, action);
        }
        SortedMap<Character, MenuAction> more = new TreeMap<>(keys);
        more.put(line, action);
        return new Menu(number, name, more, invalid, timeout);
    }

    public Menu without(char key) {
        SortedMap<Character, MenuAction> fewer = new TreeMap<>(keys);
        fewer.remove(key);
        return new Menu(number, name, fewer, invalid, timeout);
    }

    /** All its lines in their order: the keys, {@code i}, {@code t}. */
    public SortedMap<Character, MenuAction> lines() {
        SortedMap<Character, MenuAction> lines = new TreeMap<>(keys);
        lines.put(INVALID, invalid);
        lines.put(TIMEOUT, timeout);
        return lines;
    }

    Menu withoutWaysTo(MenuNumber gone) {
        MenuAction away = new MenuAction.GoToMenu(gone);
        MenuAction main = new MenuAction.GoToMenu(MenuNumber.MAIN);
        SortedMap<Character, MenuAction> fewer = new TreeMap<>(keys);
        fewer.values().removeIf(away::equals);
        return new Menu(
                number, name, fewer, invalid.equals(away) ? main : invalid, timeout.equals(away) ? main : timeout);
    }

    Stream<MenuAction> actions() {
        return Stream.concat(keys.values().stream(), Stream.of(invalid, timeout));
    }
}
