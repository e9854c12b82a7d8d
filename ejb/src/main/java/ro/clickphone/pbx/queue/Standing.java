package ro.clickphone.pbx.queue;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a caller stands.
 *
 * @param place 1 for the next to be served
 * @param estimatedWait empty while no call of the queue tells how long one takes, and while nobody is on duty
 */
public record Standing(int place, Optional<Duration> estimatedWait) {
    public static final Standing FIRST = new Standing(1, Optional.empty());

    public Standing {
        if (place < 1) {
            throw new IllegalArgumentException("place is " + place);
        }
        Objects.requireNonNull(estimatedWait, "estimatedWait");
    }
}
