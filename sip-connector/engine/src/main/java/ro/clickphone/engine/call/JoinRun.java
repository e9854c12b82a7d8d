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
    private Step.Voice voice = Step.Voice.HEARD;

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
        enter(step.voice());
    }

    private void enter(Step.Voice how) {
        voice = how;
        call.services()
                .media()
                .enter(step.room(), call.caller().media(), how == Step.Voice.HEARD ? Media.Heard.YES : Media.Heard.NO);
    }

    @Override
    void digit(Leg leg, char digit) {
        if (digit == '#') {
            leave();
            Duration stayed = Duration.between(since, call.now());
            call.finished(new StepOutcome.Left(stayed.isNegative() ? Duration.ZERO : stayed));
        } else if (digit == '*') {
            enter(voice == Step.Voice.HEARD ? Step.Voice.MUTED : Step.Voice.HEARD);
            call.caller().media().warn();
            call.log(voice == Step.Voice.HEARD ? "is heard in the conference" : "is muted in the conference");
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
