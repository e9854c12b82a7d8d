package ro.clickphone.pbx.ivr;

import java.io.Serializable;

/** Which menu of a customer: 0 is the main one, 1 is "submeniul 1". @param value from 0 to 99 */
public record MenuNumber(int value) implements Serializable, Comparable<MenuNumber> {
    public static final int HIGHEST = 99;
    public static final MenuNumber MAIN = new MenuNumber(0);

    public MenuNumber {
        if (value < 0 || value > HIGHEST) {
            throw new IllegalArgumentException("menu is " + value + ", expected from 0 to " + HIGHEST);
        }
    }

    @Override
    public int compareTo(MenuNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
