package ro.clickphone.pbx.recording;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * Which calls a customer has recorded, and for how long they are kept.
 *
 * @param keptDays from 1 to 90
 * @param never extensions of which no talk is recorded, whoever calls whom
 */
public record RecordingRule(Set<Recorded> recorded, int keptDays, Set<ExtensionNumber> never) implements Serializable {
    /** Decisions: recordings are kept for 90 days. */
    public static final int MOST_DAYS = 90;

    static final RecordingRule NONE = of(Set.of(), MOST_DAYS);

    public RecordingRule {
        recorded = recorded.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(recorded));
        never = Set.copyOf(never);
    }

    /** Nobody is left out. */
    public static RecordingRule of(Set<Recorded> recorded, int keptDays) {
        return new RecordingRule(recorded, keptDays, Set.of());
    }

    /** Which calls; everybody in them is told. */
    public enum Recorded {
        /** Those from the public network; the caller is told before anybody rings. */
        RECEIVED,
        /** Those to the public network, but none for help; both are told when it is answered. */
        PLACED,
        /** Those between extensions; both are told when it is answered. */
        INTERNAL
    }
}
