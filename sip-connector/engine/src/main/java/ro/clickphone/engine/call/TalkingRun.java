package ro.clickphone.engine.call;

import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.Step.TalkLimit;
import ro.clickphone.engine.api.StepOutcome.DialEnded;
import ro.clickphone.engine.api.StepOutcome.DialResult;

/** The part of a verb in which the caller talks with somebody. */
abstract class TalkingRun extends Run {
    private Optional<TalkLimit> limit;
    private Talk talk;
    private Leg called;

    TalkingRun(Call call, Optional<TalkLimit> limit) {
        super(call);
        this.limit = limit;
    }

    final boolean hasTalk() {
        return talk != null;
    }

    final Leg called() {
        return called;
    }

    final boolean isRunning() {
        return call.run().orElse(null) == this;
    }

    final void talk(Leg with) {
        called = with;
        talk = new Talk(call, call.caller().leg(), with, this::limitReached);
        limit.ifPresent(talk::limit);
        if (call.caller().media().isHeld() || with.media().isHeld()) {
            talk.holdChanged();
        }
    }

    /** By command; a limit that comes before the talk counts when it begins. */
    final void limit(TalkLimit newLimit) {
        limit = Optional.of(newLimit);
        if (talk != null) {
            talk.limit(newLimit);
        }
    }

    final void record(RecordingName name) {
        if (talk != null) {
            talk.record(name);
        }
    }

    final void stopRecording() {
        if (talk != null) {
            talk.stopRecording();
        }
    }

    /** The called one hung up or is lost. */
    final void partnerLeft(Leg leg, HangupCause cause) {
        if (leg == called && !leg.hasEnded()) {
            call.calledLeft();
            endTalk(cause);
        }
    }

    private void limitReached() {
        if (isRunning() && talk != null && !called.hasEnded()) {
            call.log("has reached its limit");
            endTalk(HangupCause.LIMIT);
        }
    }

    private void endTalk(HangupCause cause) {
        talk.close();
        call.drop(called, cause);
        silenceCaller();
        call.finished(new DialEnded(DialResult.TALKED, Optional.of(called.party()), talk.length(), 200));
    }

    final void silenceCaller() {
        if (call.caller().leg().hasMedia() && !call.caller().leg().hasEnded()) {
            call.caller().media().stop();
        }
    }

    @Override
    void holdChanged(Leg leg) {
        if (talk != null) {
            talk.holdChanged();
        }
    }

    @Override
    List<String> preferredFor(Leg leg) {
        return talk == null ? List.of() : talk.preferredFor(leg);
    }

    @Override
    void stop(HangupCause why) {
        if (talk != null) {
            talk.close();
            call.drop(called, why);
        }
        silenceCaller();
    }
}
