package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.Optional;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DialEnded;
import ro.clickphone.engine.api.StepOutcome.DialResult;

/** A caller and those whom the business dials for it. */
abstract class DialScene {
    static final Party.Extension CALLER = Room.extension(100);
    static final Party.Extension ONE = Room.extension(101);
    static final Party.Extension TWO = Room.extension(102);
    static final Party.PublicNumber OUTSIDE = Room.outside("+40216583456");

    static Room dialling(Party... parties) {
        return Room.where(call -> Room.dial(parties));
    }

    static DialEnded ended(DialResult result, int status) {
        return new DialEnded(result, Optional.empty(), Duration.ZERO, status);
    }

    static StepOutcome lastOutcome(Room room) {
        return room.business.outcomes.get(room.business.outcomes.size() - 1);
    }
}
