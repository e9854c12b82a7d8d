package ro.clickphone.engine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.media.Media;

/** The caller takes part in a conference until it presses the hash key or hangs up. */
final class JoinRun extends Run {
    private final Step.Join step;
    private Instant since;

    JoinRun(Call call, Step.Join step) {
        super(call);
        this.step = step;
    }

    @Override
    String name() {
        return "Join";
    }

    @Override
    void begin() {
        if (!call.caller().answer(List.of())) {
            return;
        }
        Media media = call.services().media();
        if (media.inRoom(step.room()) >= step.most()) {
            call.finished(new StepOutcome.Failed("the conference is full"));
            return;
        }
        since = call.now();
        media.enter(
                step.room(),
                call.caller().media(),
                step.voice() == Step.Voice.HEARD ? Media.Heard.YES : Media.Heard.NO);
    }

    @Override
    void digit(Leg leg, char digit) {
        if (digit == '#') {
            leave();
            Duration stayed = Duration.between(since, call.now());
            call.finished(new StepOutcome.Left(stayed.isNegative() ? Duration.ZERO : stayed));
        }
    }

    @Override
    void stop(HangupCause why) {
        if (since != null) {
            leave();
        }
    }

    private void leave() {
        call.services().media().leave(step.room(), call.caller().media());
    }
}
