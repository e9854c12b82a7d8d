package ro.clickphone.pbx.queue;

import java.util.Set;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * The agents at this moment.
 *
 * @param onDuty registered, and not on pause
 * @param free those of them who are in no call
 */
public record Staff(Set<ExtensionNumber> onDuty, Set<ExtensionNumber> free) {
    public static final Staff NOBODY = new Staff(Set.of(), Set.of());

    public Staff {
        onDuty = Set.copyOf(onDuty);
        free = Set.copyOf(free);
        if (!onDuty.containsAll(free)) {
            throw new IllegalArgumentException("free but not on duty: " + free + " of " + onDuty);
        }
    }

    /** Nobody talks. */
    public static Staff idle(Set<ExtensionNumber> agents) {
        return new Staff(agents, agents);
    }
}
