package ro.clickphone.pbx.callflow;

import java.util.Objects;
import java.util.Optional;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * Where a call stands in its flow. It travels with the call as an opaque text, so no table of sessions is needed.
 *
 * @param account whose plan the call follows
 * @param caller as shown to whoever rings
 * @param loops how often the caller pressed a wrong key or none
 * @param heard whether the exchange has answered the call
 */
record Position(AccountId account, CallerId caller, Place place, int loops, Heard heard, Trail trail) {

    /** Whether the caller has been answered by the exchange: an unanswered one is refused, the other is spoken to. */
    enum Heard {
        NOTHING_YET,
        THE_EXCHANGE
    }

    Position {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(place, "place");
        if (loops < 0) {
            throw new IllegalArgumentException("loops is " + loops);
        }
        Objects.requireNonNull(heard, "heard");
        Objects.requireNonNull(trail, "trail");
    }

    static Position entering(AccountId account, CallerId caller) {
        return new Position(account, caller, new Place.Over(), 0, Heard.NOTHING_YET, Trail.EMPTY);
    }

    /** Empty when the text is none of ours, or of a version that nobody reads any more. */
    static Optional<Position> parse(FlowState state) {
        return PositionCodec.read(state.text());
    }

    FlowState state() {
        return new FlowState(PositionCodec.write(this));
    }

    Position at(Place next) {
        return new Position(account, caller, next, loops, heard, trail);
    }

    Position past(String stop) {
        return new Position(account, caller, place, loops, heard, trail.plus(stop));
    }

    Position cameBy(Trail earlier) {
        return new Position(account, caller, place, loops, heard, trail.after(earlier));
    }

    Position looped() {
        return new Position(account, caller, place, loops + 1, heard, trail);
    }

    Position answered() {
        return new Position(account, caller, place, loops, Heard.THE_EXCHANGE, trail);
    }

    boolean isAnswered() {
        return heard == Heard.THE_EXCHANGE;
    }
}
