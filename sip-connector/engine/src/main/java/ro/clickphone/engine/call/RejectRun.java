package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.List;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.media.LegMedia.Tone;

/** Refuses the call, or, once it is answered, says why and hangs up. */
final class RejectRun extends Run {
    /** However long an announcement, or a player that never tells its end. */
    private static final Duration LONGEST_ANNOUNCEMENT = Duration.ofSeconds(60);

    private static final Duration BUSY_TONE = Duration.ofSeconds(4);

    private final Step.Reject step;
    private final HangupCause cause;
    private Wheel.Timer patience;

    RejectRun(Call call, Step.Reject step, HangupCause cause) {
        super(call);
        this.step = step;
        this.cause = cause;
    }

    @Override
    String name() {
        return "Reject " + step.status();
    }

    @Override
    void begin() {
        call.ending();
        patience = call.after(LONGEST_ANNOUNCEMENT, this::refuse);
        if (step.announcement().isPresent() && call.caller().early(List.of())) {
            announce(step.announcement().get());
        } else if (call.caller().isAnswered()) {
            tone();
        } else {
            refuse();
        }
    }

    @Override
    void played(Leg leg) {
        refuse();
    }

    @Override
    void stop(HangupCause why) {
        patience.cancel();
    }

    private void announce(Prompt prompt) {
        call.caller().media().play(List.of(prompt));
    }

    private void tone() {
        patience.cancel();
        patience = call.after(BUSY_TONE, this::refuse);
        call.caller().media().tone(step.status() == 486 ? Tone.BUSY : Tone.CONGESTION);
    }

    private void refuse() {
        patience.cancel();
        call.refuse(step.status(), cause);
    }
}
