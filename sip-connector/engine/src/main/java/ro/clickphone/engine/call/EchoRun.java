package ro.clickphone.engine.call;

import java.util.List;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;

/** The caller hears the own voice. */
final class EchoRun extends Run {
    private final Step.Echo step;
    private Wheel.Timer patience;

    EchoRun(Call call, Step.Echo step) {
        super(call);
        this.step = step;
    }

    @Override
    String name() {
        return "Echo";
    }

    @Override
    void begin() {
        if (!call.caller().answer(List.of())) {
            return;
        }
        patience = call.after(step.atMost(), this::over);
        if (step.first().isEmpty()) {
            call.caller().media().echo();
        } else {
            call.caller().media().play(step.first());
        }
    }

    @Override
    void played(Leg leg) {
        call.caller().media().echo();
    }

    @Override
    void stop(HangupCause why) {
        if (patience != null) {
            patience.cancel();
            call.caller().media().stop();
        }
    }

    private void over() {
        if (call.run().orElse(null) == this) {
            call.caller().media().stop();
            call.finished(new StepOutcome.Played());
        }
    }
}
