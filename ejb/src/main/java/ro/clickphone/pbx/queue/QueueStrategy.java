package ro.clickphone.pbx.queue;

import java.util.List;
import java.util.Optional;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** Who rings next for a caller; the names are Asterisk's, which customers know. */
public enum QueueStrategy {
    /**
     * In the order of the customer's list, always from the first; an agent who let this caller down is passed over until
     * all who are free have had their turn.
     */
    LINEAR {
        @Override
        Optional<ExtensionNumber> choose(List<ExtensionNumber> free) {
            return free.stream().findFirst();
        }
    };

    /** @param free the agents who may ring now, in the order of the customer's list */
    abstract Optional<ExtensionNumber> choose(List<ExtensionNumber> free);
}
