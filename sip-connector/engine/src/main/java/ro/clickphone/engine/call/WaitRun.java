package ro.clickphone.engine.call;

import java.util.List;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;

/** The caller waits, with music, until a command takes the call further. */
final class WaitRun extends Run {
    private final Step.Wait step;
    private Wheel.Timer patience;

    WaitRun(Call call, Step.Wait step) {
        super(call);
        this.step = step;
    }

    @Override
    String name() {
        return "Wait";
    }

    @Override
    void begin() {
        if (!call.caller().answer(List.of())) {
            return;
        }
        patience = call.after(step.atMost(), this::over);
        if (step.first().isEmpty()) {
            call.caller().media().repeat(step.music());
        } else {
            call.caller().media().play(step.first());
        }
    }

    @Override
    void played(Leg leg) {
        call.caller().media().repeat(step.music());
    }

    @Override
    void stop(HangupCause why) {
        if (patience != null) {
            patience.cancel();
        }
        if (call.caller().leg().hasMedia()) {
            call.caller().media().stop();
        }
    }

    private void over() {
        if (call.run().orElse(null) == this) {
            call.caller().media().stop();
            call.finished(new StepOutcome.WaitEnded());
        }
    }
}
