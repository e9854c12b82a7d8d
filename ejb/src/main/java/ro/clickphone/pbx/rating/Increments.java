package ro.clickphone.pbx.rating;

import java.io.Serializable;

/**
 * In which steps a talk is counted: {@code 60/1} is a whole minute, then every second.
 *
 * @param first seconds that are counted as soon as somebody answers
 * @param next by which it goes on
 * @param minimum no talk counts as shorter
 */
public record Increments(int first, int next, int minimum) implements Serializable {
    public static final int LONGEST = 3600;
    public static final Increments SECONDS = new Increments(1, 1, 0);

    public Increments {
        if (first < 1 || first > LONGEST || next < 1 || next > LONGEST || minimum < 0 || minimum > LONGEST) {
            throw new IllegalArgumentException("increments " + first + "/" + next + ", minimum " + minimum);
        }
    }

    /** How many seconds a talk of that length is counted as. */
    long billed(long talkSeconds) {
        long counted = Math.max(talkSeconds, minimum);
        if (counted <= first) {
            return first;
        }
        long steps = (counted - first + next - 1) / next;
        return first + steps * next;
    }

    @Override
    public String toString() {
        return first + "/" + next;
    }
}
