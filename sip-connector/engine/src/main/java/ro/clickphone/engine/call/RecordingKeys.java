package ro.clickphone.engine.call;

import java.util.HashMap;
import java.util.Map;

/**
 * The keys by which a party of a talk that is recorded has it left out for a while: {@code **1}, and {@code **2} to go on.
 * No menu of anybody's that is called in a talk begins with two stars. The wish is the call's: whoever the talk is handed on
 * to, nothing is recorded until somebody wants it again.
 */
final class RecordingKeys {
    private static final int LENGTH = 3;
    private static final String REST = "**1";
    private static final String RESUME = "**2";

    private final Map<Leg, String> last = new HashMap<>();
    private boolean resting;

    /** What is wanted. */
    enum Wish {
        REST,
        RESUME,
        NOTHING
    }

    boolean isResting() {
        return resting;
    }

    Wish pressed(Leg leg, char key) {
        String all = last.getOrDefault(leg, "") + key;
        String keys = all.substring(Math.max(0, all.length() - LENGTH));
        last.put(leg, keys);
        if (keys.equals(REST)) {
            resting = true;
            return Wish.REST;
        }
        if (keys.equals(RESUME) && resting) {
            resting = false;
            return Wish.RESUME;
        }
        return Wish.NOTHING;
    }
}
