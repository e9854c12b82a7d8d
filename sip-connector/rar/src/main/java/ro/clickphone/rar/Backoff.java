package ro.clickphone.rar;

import java.time.Duration;

/** How long to wait after a failure: {@code first}, then twice as long each time, at most {@code longest}. */
record Backoff(Duration first, Duration longest) {
    Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(failures - 1, 16));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
