package ro.clickphone.engine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step.TalkLimit;
import ro.clickphone.engine.api.StepOutcome.DialEnded;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.engine.api.TalkRecording;

/** The part of a verb in which the caller talks with somebody: a called leg of this call, or a leg of another call. */
abstract class TalkingRun extends Run {
    private Optional<TalkLimit> limit;
    private Optional<Instant> since = Optional.empty();
    private Optional<Talk> talk = Optional.empty();
    private Optional<End> far = Optional.empty();

    TalkingRun(Call call, Optional<TalkLimit> limit) {
        super(call);
        this.limit = limit;
    }

    final boolean hasTalk() {
        return far.isPresent();
    }

    final boolean isRunning() {
        return call.run().orElse(null) == this;
    }

    final void talkWith(End other) {
        far = Optional.of(other);
        since = since.or(() -> Optional.of(call.now()));
        Talk begun = new Talk(call, call.caller().leg(), other, since.get(), this::limitReached);
        talk = Optional.of(begun);
        limit.filter(any -> isLimitedWith(other)).ifPresent(begun::limit);
    }

    /** Whether the talk limit is meant for talk with that one. */
    boolean isLimitedWith(End other) {
        return true;
    }

    // ---- the talk changes hands ---------------------------------------------------------------------------------

    final boolean isWith(End other) {
        return far.filter(other::equals).isPresent();
    }

    @Override
    final Optional<End> oppositeOf(Leg leg) {
        if (leg == call.caller().leg()) {
            return far;
        }
        return isWith(new End(call, leg))
                ? Optional.of(new End(call, call.caller().leg()))
                : Optional.empty();
    }

    /** Somebody else is at the far end now. */
    final void goOnWith(End other) {
        rest();
        talkWith(other);
    }

    /** The two do not hear each other for a while; the legs stay. */
    final void rest() {
        if (talk.isPresent()) {
            talk.get().close();
            talk = Optional.empty();
            silenceCaller();
        }
    }

    final void resume() {
        far.ifPresent(this::talkWith);
    }

    /** What becomes of the far end is not this call's business any more. */
    final void forget() {
        rest();
        far = Optional.empty();
    }

    // ---- commands -----------------------------------------------------------------------------------------------

    /** By command; a limit that comes before the talk counts when it begins. */
    final void limit(TalkLimit newLimit) {
        limit = Optional.of(newLimit);
        talk.ifPresent(running -> running.limit(newLimit));
    }

    final void record(TalkRecording wanted) {
        talk.ifPresent(running -> running.record(wanted));
    }

    final void stopRecording() {
        talk.ifPresent(Talk::stopRecording);
    }

    // ---- the end ------------------------------------------------------------------------------------------------

    /** The far end hung up, or is lost. */
    final void partnerLeft(End who, HangupCause cause) {
        if (isWith(who) && isRunning()) {
            call.partnerHungUp();
            endTalk(cause);
        }
    }

    private void limitReached() {
        if (isRunning() && talk.isPresent()) {
            call.log("has reached its limit");
            endTalk(HangupCause.LIMIT);
        }
    }

    private void endTalk(HangupCause cause) {
        End other = far.orElseThrow();
        forget();
        other.letGoBy(new End(call, call.caller().leg()), cause);
        talked(new DialEnded(DialResult.TALKED, Optional.of(other.leg().party()), length(), 200));
    }

    /** The talk is over, and the caller is still there. */
    void talked(DialEnded outcome) {
        call.finished(outcome);
    }

    private Duration length() {
        Duration length =
                since.map(start -> Duration.between(start, call.now())).orElse(Duration.ZERO);
        return length.isNegative() ? Duration.ZERO : length;
    }

    final void silenceCaller() {
        if (call.caller().leg().hasMedia() && !call.caller().leg().hasEnded()) {
            call.caller().media().stop();
        }
    }

    @Override
    void digit(Leg leg, char digit) {
        talk.ifPresent(running -> running.digit(leg, digit));
        // the other call may be the one that is recorded
        far.filter(end -> end.call() != call).ifPresent(end -> end.tell(there -> partnerPressed(there, leg, digit)));
    }

    private static void partnerPressed(Call there, Leg leg, char digit) {
        if (there.run().orElse(null) instanceof TalkingRun run) {
            run.talk.filter(running -> running.isWith(leg)).ifPresent(running -> running.digit(leg, digit));
        }
    }

    @Override
    void holdChanged(Leg leg) {
        talk.ifPresent(Talk::connect);
    }

    @Override
    List<String> preferredFor(Leg leg) {
        return talk.map(running -> running.preferredFor(leg)).orElse(List.of());
    }

    @Override
    void stop(HangupCause why) {
        Optional<End> other = far;
        forget();
        silenceCaller();
        other.ifPresent(end -> end.letGoBy(new End(call, call.caller().leg()), why));
    }
}
