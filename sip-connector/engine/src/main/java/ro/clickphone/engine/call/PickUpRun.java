package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.Optional;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome.DialEnded;
import ro.clickphone.engine.api.StepOutcome.DialResult;

/** Joins the caller with the caller of another call. */
final class PickUpRun extends TalkingRun {
    private final Step.PickUp step;

    PickUpRun(Call call, Step.PickUp step) {
        super(call, Optional.empty());
        this.step = step;
    }

    @Override
    String name() {
        return "PickUp " + step.waiting();
    }

    @Override
    void begin() {
        call.finished(new DialEnded(DialResult.UNAVAILABLE, Optional.empty(), Duration.ZERO, 0));
    }

    @Override
    void stop(HangupCause why) {
        super.stop(why);
    }
}
