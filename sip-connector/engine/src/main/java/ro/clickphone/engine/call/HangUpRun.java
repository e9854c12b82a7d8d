package ro.clickphone.engine.call;

import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;

/** Ends the call. */
final class HangUpRun extends Run {
    private final Step.HangUp step;

    HangUpRun(Call call, Step.HangUp step) {
        super(call);
        this.step = step;
    }

    @Override
    String name() {
        return "HangUp";
    }

    @Override
    void begin() {
        call.end(step.cause(), call.lastToLeave());
    }

    @Override
    void stop(HangupCause why) {
        // nothing was begun
    }
}
