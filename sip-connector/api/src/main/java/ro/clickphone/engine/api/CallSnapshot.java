package ro.clickphone.engine.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A call in progress, at one moment. @param step the running verb's name, empty while a decision is awaited */
public record CallSnapshot(IncomingCall arrival, String phase, String step, List<Leg> legs) {
    public CallSnapshot {
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(step, "step");
        legs = List.copyOf(legs);
    }

    /**
     * A leg of it.
     *
     * @param speaks whether its voice is heard by others in a conference, now
     */
    public record Leg(LegId id, Party party, LegEvent.Kind kind, Instant startedAt, MediaReport media, boolean speaks) {
        public Leg {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(party, "party");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(startedAt, "startedAt");
            Objects.requireNonNull(media, "media");
        }
    }
}
