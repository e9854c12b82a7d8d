package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Transfer;

/**
 * One party of a talk hands the other one on (RFC 3515). The talk rests while the further call comes about; if it does
 * not, the talk goes on, or the one who handed on and hung up is called back.
 */
final class Handover {
    private static final Duration CALL_BACK = Duration.ofSeconds(30);

    private final Call call;
    private final TalkingRun talk;
    private final End by;
    private final Leg remaining;
    private final Progress progress;
    private final Caller callerBefore;
    private final FlowState positionBefore;
    private Optional<Question> question = Optional.empty();
    private boolean resting;
    private boolean alone;

    /** Tells the one who hands on. */
    interface Progress {
        void told(int status);
    }

    /** @param by who hands on, a leg of this call or of another */
    Handover(Call call, TalkingRun talk, End by, Leg remaining, Progress progress) {
        this.call = call;
        this.talk = talk;
        this.by = by;
        this.remaining = remaining;
        this.progress = progress;
        this.callerBefore = call.caller();
        this.positionBefore = call.position();
    }

    void begin(String target) {
        Transfer wish = new Transfer(by.leg().party(), remaining.party(), call.shown(remaining), target);
        call.log("leg " + by.leg().id().number() + " hands on to " + Text.line(target));
        CallStep undecided = new CallStep(Step.Reject.with(503), positionBefore);
        question = Optional.of(Question.ask(
                call,
                listener -> listener.transferred(call.id(), positionBefore, wish),
                this::decided,
                why -> decided(undecided)));
    }

    private void decided(CallStep step) {
        if (!failsBy(step)) {
            rest();
            call.perform(step);
        }
    }

    private void rest() {
        if (!resting) {
            resting = true;
            talk.rest();
            call.callerIs(remaining);
            call.rests();
        }
    }

    // ---- what becomes of the further call -----------------------------------------------------------------------

    void rings() {
        progress.told(180);
    }

    /** A menu, a queue or a mailbox has the remaining one: no more can be wanted. */
    void began(Step step) {
        if (resting && !(step instanceof Step.Dial)) {
            succeeded();
        }
    }

    void succeeded() {
        call.handoverIsOver();
        progress.told(200);
        talk.forget();
        if (!alone) {
            by.letGoBy(new End(call, remaining), HangupCause.NORMAL);
        }
    }

    /** @return whether that step means that nobody could be reached */
    boolean failsBy(CallStep step) {
        boolean failure = step.step() instanceof Step.Reject || step.step() instanceof Step.HangUp;
        if (failure) {
            failed(step);
        }
        return failure;
    }

    private void failed(CallStep step) {
        call.handoverIsOver();
        int status = step.step() instanceof Step.Reject reject ? reject.status() : 480;
        call.log("could not be handed on: " + status);
        progress.told(status);
        if (alone) {
            talk.forget();
            call.perform(new CallStep(callBack(), step.state()));
        } else if (resting) {
            call.restore(talk, callerBefore, positionBefore);
        }
    }

    private Step callBack() {
        return Step.Dial.of(
                List.of(by.leg().party()), CALL_BACK, call.shown(remaining), new Step.CallerHears.Ringback());
    }

    // ---- somebody leaves ----------------------------------------------------------------------------------------

    /** @return whether it was the one who hands on, who is not needed any more */
    boolean left(End who) {
        if (!by.equals(who)) {
            return false;
        }
        alone = true;
        rest();
        return true;
    }

    boolean rests() {
        return resting;
    }

    /** The remaining one has hung up, or the call is ended. */
    void abandoned(HangupCause why) {
        question.ifPresent(Question::drop);
        call.handoverIsOver();
        progress.told(487);
        if (resting) {
            talk.forget();
            if (!alone) {
                by.letGoBy(new End(call, remaining), why);
            }
        }
    }
}
