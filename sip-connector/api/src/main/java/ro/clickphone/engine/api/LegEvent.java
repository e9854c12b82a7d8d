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

    /** What becomes of a leg, in the order in which it can come; then what changes nothing of that. */
    public enum Kind {
        STARTED,
        RINGING,
        ANSWERED,
        TALKING,
        ENDED,
        /** Talks with a leg of another call: after a pick-up, or handed over. */
        JOINED,
        /** Wanted what is said now left out of the recording. */
        RECORDING_RESTS,
        /** Wanted the recording to go on. */
        RECORDING_GOES_ON;

        /** Whether the leg is what it was before. */
        public boolean isNewsOnly() {
            return compareTo(ENDED) > 0;
        }
    }
}
