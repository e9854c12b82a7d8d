package ro.clickphone.pbx.rating;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * A list of prices.
 *
 * @param validFrom empty for one that counts as soon as it is applied
 * @param prefixes how many it has
 */
public record Deck(long id, String name, State state, Optional<Instant> validFrom, Instant stagedAt, int prefixes)
        implements Serializable {
    /** How far it came. */
    public enum State {
        /** Imported, looked at, not yet decided upon. */
        STAGED,
        APPLIED
    }
}
