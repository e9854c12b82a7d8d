package ro.clickphone.engine.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The engine's last word on a call; the business makes a CDR of it. It lies in the spool until it is delivered: whoever
 * adds a component, or a kind of a part, tells the spool's format of it.
 *
 * @param state the position that the flow had reached
 * @param legs in order of their numbers, the caller's first
 */
public record CallRecord(
        IncomingCall arrival,
        Progress progress,
        Instant endedAt,
        HangupCause cause,
        Ender endedBy,
        FlowState state,
        List<LegRecord> legs)
        implements Serializable {
    public CallRecord {
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(endedBy, "endedBy");
        Objects.requireNonNull(state, "state");
        legs = List.copyOf(legs);
    }

    public CallId id() {
        return arrival.id();
    }

    /** Who ended it. */
    public enum Ender {
        CALLER,
        CALLED,
        EXCHANGE
    }
}
