package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.Optional;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome.DialEnded;
import ro.clickphone.engine.api.StepOutcome.DialResult;

/** Joins the caller with the caller of another call, which rings elsewhere or waits. */
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
        if (!call.caller().answer(java.util.List.of())) {
            return;
        }
        Optional<Call> other = call.services().calls().find(step.waiting()).filter(found -> found != call);
        if (other.isEmpty()) {
            unavailable();
            return;
        }
        End here = new End(call, call.caller().leg());
        Call waiting = other.get();
        waiting.mailbox().execute(() -> {
            Optional<End> caller = Transfers.pickUp(waiting, here);
            call.mailbox().execute(() -> joined(here, caller));
        });
    }

    private void joined(End here, Optional<End> waiting) {
        if (!isRunning()) {
            waiting.ifPresent(end -> end.tell(other -> other.partnerLeft(here, HangupCause.NORMAL)));
        } else if (waiting.isPresent()) {
            talkWith(waiting.get());
        } else {
            unavailable();
        }
    }

    private void unavailable() {
        call.finished(new DialEnded(DialResult.UNAVAILABLE, Optional.empty(), Duration.ZERO, 0));
    }
}
