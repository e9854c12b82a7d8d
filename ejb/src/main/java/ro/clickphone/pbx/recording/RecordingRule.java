package ro.clickphone.pbx.recording;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which calls a customer has recorded, and for how long they are kept. @param keptDays from 1 to 90 */
public record RecordingRule(Set<Recorded> recorded, int keptDays) implements Serializable {
    /** Decisions: recordings are kept for 90 days. */
    public static final int MOST_DAYS = 90;

    static final RecordingRule NONE = new RecordingRule(Set.of(), MOST_DAYS);

    public RecordingRule {
        recorded = recorded.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(recorded));
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
