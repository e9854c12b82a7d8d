package ro.clickphone.engine.api;

import java.time.Instant;
import java.util.Objects;

/** What a leg just did; for panels and queues. */
public record LegEvent(LegId leg, Party party, Kind kind, Instant at) {
    public LegEvent {
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
    }

    /** In the order in which they can come. */
    public enum Kind {
        STARTED,
        RINGING,
        ANSWERED,
        TALKING,
        ENDED
    }
}
