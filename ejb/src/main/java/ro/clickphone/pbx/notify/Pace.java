package ro.clickphone.pbx.notify;

import java.time.Duration;
import java.util.Objects;

/** How often a mail of one kind may come to one account. */
public sealed interface Pace {
    /** Each one is sent. */
    record Each() implements Pace {}

    /** Told once; what comes under the same key within the time is dropped. {@code 2026-11-25 80%} */
    record Once(String key, Duration within) implements Pace {
        public Once {
            checkKey(key);
            Objects.requireNonNull(within, "within");
        }
    }

    /** The first goes out at once; what comes under the same key within the time makes one mail at its end. */
    record Gathered(String key, Duration within) implements Pace {
        public Gathered {
            checkKey(key);
            Objects.requireNonNull(within, "within");
        }
    }

    /** The longest key. */
    int LONGEST_KEY = 120;

    private static void checkKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("the key has " + key.length() + " characters");
        }
    }
}
