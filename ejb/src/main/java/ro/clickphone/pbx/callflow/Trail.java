package ro.clickphone.pbx.callflow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rooms that a call passed, for its record and for whoever asks why: {@code hours:open menu:0 key:1 queue agent:100}.
 *
 * @param stops at most {@link #MOST_STOPS}, each of 1 to {@link #LONGEST_STOP} characters without a blank; what comes
 *     after is not noted
 */
record Trail(List<String> stops) {
    static final int MOST_STOPS = 60;
    static final int LONGEST_STOP = 40;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:+*#.@_-]{1," + LONGEST_STOP + "}");
    static final Trail EMPTY = new Trail(List.of());

    Trail {
        if (stops.size() > MOST_STOPS) {
            throw new IllegalArgumentException(stops.size() + " stops, at most " + MOST_STOPS + " were expected");
        }
        for (String stop : stops) {
            if (!NAME.matcher(stop).matches()) {
                throw new IllegalArgumentException("no name for a stop: " + stop);
            }
        }
        stops = List.copyOf(stops);
    }

    Trail plus(String stop) {
        if (full()) {
            return this;
        }
        List<String> longer = new ArrayList<>(stops);
        longer.add(stop);
        return new Trail(longer);
    }

    /** The same stops after those. */
    Trail after(Trail earlier) {
        Trail all = earlier;
        for (String stop : stops) {
            all = all.plus(stop);
        }
        return all;
    }

    /** A call that came so far wanders in circles. */
    boolean full() {
        return stops.size() == MOST_STOPS;
    }

    /** One line, a blank between the stops. */
    @Override
    public String toString() {
        return String.join(" ", stops);
    }
}
