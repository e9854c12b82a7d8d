package ro.clickphone.engine.call;

import java.util.List;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;

/** Plays prompts one after another. */
final class PlayRun extends Run {
    private final Step.Play step;

    PlayRun(Call call, Step.Play step) {
        super(call);
        this.step = step;
    }

    @Override
    String name() {
        return "Play";
    }

    @Override
    void begin() {
        boolean heard = step.answering() == Step.Answering.ANSWER_FIRST
                ? call.caller().answer(List.of())
                : call.caller().early(List.of());
        if (heard) {
            call.caller().media().play(step.prompts());
        } else if (call.state() == CallState.RUNNING) {
            // an INVITE without an offer cannot hear early media; the announcement is lost, the call goes on
            call.finished(new StepOutcome.Played());
        }
    }

    @Override
    void played(Leg leg) {
        call.finished(new StepOutcome.Played());
    }

    @Override
    void stop(HangupCause why) {
        if (call.caller().leg().hasMedia()) {
            call.caller().media().stop();
        }
    }
}
