package ro.clickphone.pbx.queue;

import java.io.Serializable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a waiting caller is told from time to time.
 *
 * @param what nothing at all when empty
 * @param every from 15 seconds to 10 minutes
 */
public record Announcing(Set<Kind> what, Duration every) implements Serializable {
    public static final Duration SHORTEST = Duration.ofSeconds(15);
    public static final Duration LONGEST = Duration.ofMinutes(10);
    public static final Announcing NOTHING = new Announcing(Set.of(), Duration.ofMinutes(1));

    /** What can be told. */
    public enum Kind {
        /** The caller's place in the line. */
        POSITION,
        /** How long it will take, as far as the calls before tell; not said while nobody was served yet. */
        ESTIMATED_WAIT
    }

    public Announcing {
        what = what.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(what));
        Objects.requireNonNull(every, "every");
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("every is " + every + ", expected from " + SHORTEST + " to " + LONGEST);
        }
    }

    public boolean says(Kind kind) {
        return what.contains(kind);
    }
}
