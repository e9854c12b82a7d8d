package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome.DialEnded;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.engine.api.Transfer;
import ro.clickphone.engine.media.LegMedia.Tone;
import ro.clickphone.engine.media.Media.NoPortsException;

/** Rings all parties at all their contacts; the first that answers talks with the caller. */
final class DialRun extends TalkingRun {
    private final Step.Dial step;
    private final Set<Leg> ringing = new LinkedHashSet<>();
    private final Verdict verdict = new Verdict();
    private Optional<Waves> waves = Optional.empty();
    private Duration share = Duration.ZERO;
    private Wheel.Timer nextWave;
    private Wheel.Timer patience;
    private Leg heardEarly;
    private Optional<Question> deflection = Optional.empty();

    DialRun(Call call, Step.Dial step) {
        super(call, step.talkLimit());
        this.step = step;
    }

    @Override
    String name() {
        return "Dial";
    }

    /** A colleague who answers instead of the public number talks as long as they like. */
    @Override
    boolean isLimitedWith(End other) {
        return step.outward().isEmpty() || other.leg().party() instanceof Party.PublicNumber;
    }

    @Override
    void begin() {
        if (!call.caller().reads()) {
            return;
        }
        patience = call.after(step.ringTime(), this::ringTimeIsOver);
        entertain();
        call.services().outside().ready(step.parties(), call.mailbox(), this::ring);
    }

    private void ring() {
        if (!isRunning() || waves.isPresent()) {
            return;
        }
        waves = Optional.of(Waves.of(step.parties(), call.services().outside()::targets));
        if (waves.get().someAreNowhere()) {
            verdict.unreachable();
        }
        share = step.ringTime().dividedBy(Math.max(1, waves.get().left()));
        ringNext();
        endIfNobodyIsLeft();
    }

    /** The devices that are preferred less ring when those before them refused, or did not answer in their share of the time. */
    private void ringNext() {
        for (Waves.Ring ring : waves.orElseThrow().next()) {
            invite(ring);
        }
        if (waves.get().left() > 0) {
            nextWave = call.after(share, () -> {
                if (isRunning() && !hasTalk() && waves.get().left() > 0) {
                    ringNext();
                    endIfNobodyIsLeft();
                }
            });
        }
    }

    private void invite(Waves.Ring ring) {
        CallerId shown = step.shownTo(ring.party());
        Leg leg = call.newLeg(ring.party(), shown);
        try {
            leg.hearsBy(call.openMedia(leg, ring.target().terms()));
        } catch (NoPortsException e) {
            leg.ended(HangupCause.FAULT, call.now());
            verdict.refused(503);
            return;
        }
        ringing.add(leg);
        String offer = leg.media().offer(call.caller().codecs());
        Outside.Invitation words = new Outside.Invitation(call.id(), shown, step.divertedTo(ring.party()), offer);
        leg.speaksBy(call.services().outside().invite(ring.target(), words, call.mailbox(), new OfCalled(leg)));
        call.progress().tell(leg, ro.clickphone.engine.api.LegEvent.Kind.STARTED);
    }

    /** What the caller hears meanwhile. Unanswered, and with no music asked for, its phone makes the tone itself. */
    private void entertain() {
        Caller caller = call.caller();
        if (step.callerHears() instanceof Step.CallerHears.Music music && caller.early(List.of())) {
            caller.media().repeat(music.music());
        } else if (caller.isAnswered()) {
            caller.media().tone(Tone.RINGBACK);
        }
    }

    // ---- the called ---------------------------------------------------------------------------------------------

    private final class OfCalled extends LegVoice {
        OfCalled(Leg leg) {
            super(DialRun.this.call, leg);
        }

        @Override
        public void ringing() {
            if (ringing.contains(leg)) {
                verdict.rang();
                call.progress().rings(leg);
                if (!call.caller().isAnswered()) {
                    call.caller().leg().dialog().ring();
                    call.progress().rings(call.caller().leg());
                }
            }
        }

        @Override
        public void early(String sdp) {
            ringing();
            if (ringing.contains(leg) && leg.accepts(sdp)) {
                hearEarly(leg);
            }
        }

        @Override
        public void answered(String sdp) {
            if (ringing.contains(leg)) {
                calledAnswered(leg, sdp);
            } else {
                call.progress().drop(leg, HangupCause.ANSWERED_ELSEWHERE);
            }
        }

        @Override
        public void refused(int status) {
            leg.refused(status);
            verdict.refused(status);
            if (status >= 600) {
                nowhere(leg);
            }
            gone(leg, Causes.ofStatus(status));
        }

        @Override
        public void redirected(List<String> targets) {
            boolean alone = step.parties().size() == 1 && leg.party() instanceof Party.Extension;
            if (ringing.contains(leg) && alone && !targets.isEmpty() && deflection.isEmpty() && call.maySendOn()) {
                sentOn(leg, targets.get(0));
            } else {
                refused(480);
            }
        }

        @Override
        public void ended(HangupCause cause) {
            if (ringing.contains(leg)) {
                refused(480);
            } else {
                super.ended(cause);
            }
        }
    }

    /**
     * The called phone sends the caller elsewhere (3xx). Whether it may is the business's decision, as if its user handed
     * the call on; if not, its other phones go on ringing. Of a group nobody sends a caller away.
     */
    private void sentOn(Leg leg, String target) {
        call.log("leg " + leg.id().number() + " sends the caller on to " + Text.line(target));
        leg.refused(302);
        Transfer wish = new Transfer(
                leg.party(),
                call.caller().leg().party(),
                call.shown(call.caller().leg()),
                target);
        deflection = Optional.of(Question.ask(
                call,
                listener -> listener.transferred(call.id(), call.position(), wish),
                this::deflected,
                why -> staysHere()));
        gone(leg, HangupCause.REJECTED);
    }

    private void deflected(CallStep next) {
        if (next.step() instanceof Step.Reject || next.step() instanceof Step.HangUp) {
            staysHere();
        } else if (next.step() instanceof Step.Dial dial) {
            call.replace(new CallStep(diverted(dial), next.state()));
        } else {
            call.replace(next);
        }
    }

    private void staysHere() {
        deflection = Optional.empty();
        verdict.refused(480);
        endIfNobodyIsLeft();
    }

    /** A colleague sees who calls; the network sees the number that the business chose, and who diverted. */
    private Step.Dial diverted(Step.Dial dial) {
        boolean inside = dial.parties().stream().allMatch(Party.Extension.class::isInstance);
        return new Step.Dial(
                dial.parties(),
                dial.ringTime(),
                inside ? step.from() : dial.from(),
                dial.callerHears(),
                dial.talkLimit(),
                dial.diversion().or(() -> step.parties().stream()
                        .filter(Party.Extension.class::isInstance)
                        .map(party -> ((Party.Extension) party).who().user().replaceFirst("^.*-", ""))
                        .findFirst()
                        .map(by -> new Diversion(by, Diversion.Why.DEFLECTION))),
                dial.outward());
    }

    /** The user does not want to be called anywhere (RFC 3261 21.6). */
    private void nowhere(Leg leg) {
        waves.ifPresent(others -> others.forget(leg.party()));
        for (Leg other : List.copyOf(ringing)) {
            if (other != leg && other.party().equals(leg.party())) {
                call.progress().drop(other, HangupCause.REJECTED);
                gone(other, HangupCause.REJECTED);
            }
        }
    }

    private void gone(Leg leg, HangupCause why) {
        ringing.remove(leg);
        call.progress().ended(leg, why);
        if (leg == heardEarly) {
            heardEarly = null;
            entertain();
        }
        endIfNobodyIsLeft();
    }

    /** A carrier's announcement or tone is passed on, if only one is rung and no music was asked for. */
    private void hearEarly(Leg leg) {
        Caller caller = call.caller();
        boolean alone = ringing.size() == 1 && step.callerHears() instanceof Step.CallerHears.Ringback;
        if (heardEarly == null && alone && caller.early(leg.codecs())) {
            heardEarly = leg;
            call.services().media().join(caller.media(), leg.media());
        }
    }

    private void calledAnswered(Leg leg, String sdp) {
        if (!leg.accepts(sdp)) {
            verdict.refused(488);
            call.progress().drop(leg, HangupCause.FAULT);
            gone(leg, HangupCause.FAULT);
            return;
        }
        ringing.remove(leg);
        deflection.ifPresent(Question::drop);
        cancelOthers(HangupCause.ANSWERED_ELSEWHERE);
        call.progress().answered(leg);
        if (call.caller().answer(leg.codecs())) {
            talkWith(new End(call, leg));
        }
    }

    /**
     * Somebody else takes the call that rings here (pick-up).
     *
     * @return false when there is nothing to take
     */
    boolean takenBy(End picker) {
        if (hasTalk() || !call.caller().answer(picker.leg().codecs())) {
            return false;
        }
        cancelOthers(HangupCause.ANSWERED_ELSEWHERE);
        heardEarly = null;
        talkWith(picker);
        return true;
    }

    // ---- the end of ringing -------------------------------------------------------------------------------------

    private void ringTimeIsOver() {
        if (!ringing.isEmpty() || deflection.isPresent() || waves.isEmpty()) {
            deflection.ifPresent(Question::drop);
            deflection = Optional.empty();
            verdict.timeIsOver();
            cancelOthers(HangupCause.NO_ANSWER);
            endIfNobodyIsLeft();
        }
    }

    private void cancelOthers(HangupCause why) {
        patience.cancel();
        waves = Optional.of(waves.orElseGet(Waves::none));
        waves.get().forgetAll();
        if (nextWave != null) {
            nextWave.cancel();
        }
        for (Leg leg : List.copyOf(ringing)) {
            ringing.remove(leg);
            call.progress().drop(leg, why);
        }
    }

    private void endIfNobodyIsLeft() {
        if (ringing.isEmpty() && !hasTalk() && isRunning() && deflection.isEmpty() && waves.isPresent()) {
            if (waves.get().left() > 0) {
                nextWave.cancel();
                ringNext();
                endIfNobodyIsLeft();
                return;
            }
            patience.cancel();
            silenceCaller();
            call.finished(new DialEnded(verdict.result(), Optional.empty(), Duration.ZERO, verdict.status()));
        }
    }

    @Override
    void stop(HangupCause why) {
        deflection.ifPresent(Question::drop);
        if (patience != null) {
            cancelOthers(why == HangupCause.CANCELLED ? HangupCause.CANCELLED : why);
        }
        super.stop(why);
    }

    /** Best of many refusals: busy is worth more than absent, and somebody who rang is worth more than both. */
    private static final class Verdict {
        private boolean rang;
        private boolean timedOut;
        private DialResult best;
        private int status;

        void rang() {
            rang = true;
        }

        void timeIsOver() {
            timedOut = true;
        }

        void unreachable() {
            keep(DialResult.UNAVAILABLE, 0);
        }

        void refused(int finalStatus) {
            keep(Causes.resultOf(finalStatus), finalStatus);
        }

        private void keep(DialResult result, int finalStatus) {
            if (best == null || rank(result) > rank(best)) {
                best = result;
                status = finalStatus;
            }
        }

        DialResult result() {
            if (timedOut) {
                return rang ? DialResult.NO_ANSWER : DialResult.UNAVAILABLE;
            }
            return best == null ? DialResult.UNAVAILABLE : best;
        }

        int status() {
            return status;
        }

        private static int rank(DialResult result) {
            return switch (result) {
                case TALKED -> 5;
                case BUSY -> 4;
                case REJECTED -> 3;
                case NO_ANSWER -> 2;
                case UNAVAILABLE -> 1;
                case FAILED -> 0;
            };
        }
    }
}
