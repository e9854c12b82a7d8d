package ro.clickphone.pbx.queue;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How callers wait.
 *
 * @param longest after it the caller takes the way out; from 1 minute to 2 hours
 */
public record QueueWait(Duration longest, WayOut wayOut, Announcing announcing) implements Serializable {
    public static final Duration SHORTEST_LIMIT = Duration.ofMinutes(1);
    public static final Duration LONGEST_LIMIT = Duration.ofHours(2);
    public static final QueueWait USUAL =
            new QueueWait(Duration.ofMinutes(15), new WayOut.Goodbye(), Announcing.NOTHING);

    public QueueWait {
        if (longest.compareTo(SHORTEST_LIMIT) < 0 || longest.compareTo(LONGEST_LIMIT) > 0) {
            throw new IllegalArgumentException("longest is " + longest + ", expected from PT1M to PT2H");
        }
        Objects.requireNonNull(wayOut, "wayOut");
        Objects.requireNonNull(announcing, "announcing");
    }

    public static QueueWait atMost(Duration longest) {
        return new QueueWait(longest, new WayOut.Goodbye(), Announcing.NOTHING);
    }
}
