package ro.clickphone.engine.api;

import java.time.Duration;
import java.util.Objects;

/**
 * A call that the exchange begins (click-to-call, call-back).
 *
 * @param wanted the call as if its source had dialled
 * @param rings whose phones ring first: those of the source, or a number of the public network at which its user is
 * @param shown what these phones show
 * @param at the position of the flow until somebody answers
 */
public record Summons(IncomingCall wanted, Party rings, CallerId shown, FlowState at, Duration ringTime) {
    public Summons {
        Objects.requireNonNull(wanted, "wanted");
        Objects.requireNonNull(rings, "rings");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(ringTime, "ringTime");
    }

    /** The source's own phones ring, and show what will be dialled. */
    public static Summons ofSource(IncomingCall wanted, FlowState at, Duration ringTime) {
        return new Summons(wanted, wanted.source(), CallerId.of(wanted.dialled()), at, ringTime);
    }
}
