package ro.clickphone.engine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.media.LegMedia;
import ro.clickphone.engine.media.Media;
import ro.clickphone.engine.media.MediaTerms;

/**
 * One call: asks what now, runs the verb, reports its outcome, asks again, until somebody hangs up. Everything here runs
 * in its mailbox.
 */
final class Call {
    private static final Logger LOG = Logger.getLogger(Call.class.getName());
    private static final Prompt FAULT = new Prompt.System("fault", "ro");

    private final CallServices services;
    private final IncomingCall arrival;
    private final Mailbox mailbox;
    private final Caller caller;
    private final List<Leg> legs = new ArrayList<>();
    private CallState state = CallState.ASKING;
    private FlowState position = FlowState.NONE;
    private Optional<CallStep> ordered = Optional.empty();
    private Run run;
    private int question;
    private Wheel.Timer deadline;
    private CallRecord.Ender lastToLeave = CallRecord.Ender.EXCHANGE;

    Call(CallServices services, Arrival arrival, Mailbox mailbox) {
        this.services = services;
        this.arrival = arrival.call();
        this.mailbox = mailbox;
        Leg leg = new Leg(
                new LegId(id(), 0), arrival.call().source(), arrival.call().at());
        this.caller = new Caller(this, leg, arrival.offer(), arrival.terms());
        legs.add(leg);
    }

    CallId id() {
        return arrival.id();
    }

    IncomingCall arrival() {
        return arrival;
    }

    CallServices services() {
        return services;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Caller caller() {
        return caller;
    }

    FlowState position() {
        return position;
    }

    CallState state() {
        return state;
    }

    Optional<Run> run() {
        return Optional.ofNullable(run);
    }

    Instant now() {
        return services.clock().instant();
    }

    void log(String what) {
        LOG.log(Level.INFO, "call {0} {1}", new Object[] {id(), what});
    }

    // ---- asking -------------------------------------------------------------------------------------------------

    void begin(LegDialog dialog) {
        caller.leg().speaksBy(dialog);
        tell(caller.leg(), LegEvent.Kind.STARTED);
        log("arrived from " + arrival.source() + " for " + Text.line(arrival.dialled()));
        ask(listener -> listener.callArrived(arrival));
    }

    /** The running verb has ended by itself. */
    void finished(StepOutcome outcome) {
        if (state == CallState.ENDING || state == CallState.ENDED) {
            return;
        }
        log(run.name() + " ended: " + outcome);
        run = null;
        FlowState at = position;
        ask(listener -> listener.stepEnded(id(), at, outcome));
    }

    private void ask(java.util.function.Function<ro.clickphone.engine.api.SipEngineListener, CallStep> words) {
        state = CallState.ASKING;
        int asked = ++question;
        deadline = services.wheel()
                .after(services.askDeadline(), () -> mailbox.execute(() -> undecided(asked, "no decision in time")));
        services.decider()
                .ask(
                        words,
                        step -> mailbox.execute(() -> decided(asked, step)),
                        why -> mailbox.execute(() -> undecided(asked, why)));
    }

    private void decided(int answers, CallStep step) {
        if (answers != question || state != CallState.ASKING) {
            return;
        }
        deadline.cancel();
        CallStep chosen = ordered.orElse(step);
        ordered = Optional.empty();
        perform(chosen);
    }

    /** An order that came meanwhile is as good as a decision. Otherwise the caller is not left in silence. */
    private void undecided(int answers, String why) {
        if (answers != question || state != CallState.ASKING) {
            return;
        }
        question++;
        deadline.cancel();
        log("got no decision: " + Text.line(why));
        if (ordered.isPresent()) {
            CallStep chosen = ordered.get();
            ordered = Optional.empty();
            perform(chosen);
            return;
        }
        Optional<Prompt> words = caller.isAnswered() ? Optional.of(FAULT) : Optional.empty();
        Step.Reject last = new Step.Reject(503, words);
        perform(new CallStep(last, position), new RejectRun(this, last, HangupCause.NO_DECISION));
    }

    // ---- commands -----------------------------------------------------------------------------------------------

    void redirect(CallStep step) {
        switch (state) {
            case ASKING -> ordered = Optional.of(step);
            case RUNNING, TALKING -> replace(step);
            case ENDING, ENDED -> log("was redirected too late");
        }
    }

    /** Another step takes the running one's place, without an outcome. */
    void replace(CallStep step) {
        Run replaced = run;
        run = null;
        replaced.stop(HangupCause.ANSWERED_ELSEWHERE);
        perform(step);
    }

    private void perform(CallStep step) {
        perform(step, Verbs.run(this, step.step()));
    }

    private void perform(CallStep step, Run next) {
        position = step.state();
        state = CallState.RUNNING;
        run = next;
        log("does " + run.name());
        run.begin();
    }

    // ---- what verbs use -----------------------------------------------------------------------------------------

    LegMedia openMedia(Leg leg, MediaTerms terms) {
        return services.media().open(id(), terms, new LegEars(this, leg));
    }

    Leg newLeg(Party party) {
        Leg leg = new Leg(new LegId(id(), legs.size()), party, now());
        legs.add(leg);
        return leg;
    }

    void legAnswered(Leg leg) {
        leg.answered(now());
        tell(leg, LegEvent.Kind.ANSWERED);
    }

    void legRings(Leg leg) {
        if (leg.kind() == LegEvent.Kind.STARTED) {
            leg.rings();
            tell(leg, LegEvent.Kind.RINGING);
        }
    }

    void legsTalk(Leg one, Leg other) {
        state = CallState.TALKING;
        Instant at = now();
        one.talks(at);
        other.talks(at);
        tell(one, LegEvent.Kind.TALKING);
        tell(other, LegEvent.Kind.TALKING);
        log("talks: " + one.id().number() + " with " + other.id().number());
    }

    void tell(Leg leg, LegEvent.Kind kind) {
        services.tells().leg(new LegEvent(leg.id(), leg.party(), kind, now()));
    }

    /** A called leg is over; the far end hung up, or we did. */
    void legEnded(Leg leg, HangupCause why) {
        if (!leg.hasEnded()) {
            leg.ended(why, now());
            tell(leg, LegEvent.Kind.ENDED);
        }
    }

    void drop(Leg leg, HangupCause why) {
        if (!leg.hasEnded()) {
            leg.dialog().hangUp(why);
            legEnded(leg, why);
        }
    }

    void calledLeft() {
        lastToLeave = CallRecord.Ender.CALLED;
    }

    /** Who ended a talk that the business now ends the call after. */
    CallRecord.Ender lastToLeave() {
        return lastToLeave;
    }

    Wheel.Timer after(Duration delay, Runnable task) {
        return services.wheel().after(delay, () -> mailbox.execute(task));
    }

    /** No audio is possible with the caller, now or ever. */
    void refuse(int status) {
        refuse(status, Causes.ofStatus(status));
    }

    void refuse(int status, HangupCause cause) {
        if (!caller.isAnswered()) {
            caller.leg().refused(status);
            caller.leg().dialog().refuse(status);
        }
        end(cause, CallRecord.Ender.EXCHANGE);
    }

    /** A last announcement is being heard; nothing but its end, or the caller's, counts any more. */
    void ending() {
        state = CallState.ENDING;
    }

    // ---- the end ------------------------------------------------------------------------------------------------

    void end(HangupCause why, CallRecord.Ender who) {
        if (state == CallState.ENDED) {
            return;
        }
        question++;
        deadline.cancel();
        Run ended = run;
        run = null;
        state = CallState.ENDED;
        if (ended != null) {
            ended.stop(why);
        }
        for (Leg leg : legs) {
            drop(leg, why);
        }
        log("ended: " + why + " by " + who);
        services.calls().remove(id());
        services.ended().accept(record(why, who));
    }

    private CallRecord record(HangupCause why, CallRecord.Ender who) {
        Instant at = now();
        List<LegRecord> told = legs.stream().map(leg -> leg.record(at)).toList();
        return new CallRecord(arrival, progress(), at, why, who, position, told);
    }

    /** The record as it would be if the exchange were gone now. */
    CallRecord unfinished() {
        return record(HangupCause.FAULT, CallRecord.Ender.EXCHANGE);
    }

    private Progress progress() {
        return caller.leg().progress();
    }

    /** Dead in both directions: nobody is there any more, whatever the signalling says. */
    void checkSilence() {
        List<Leg> heard =
                legs.stream().filter(leg -> leg.isAnswered() && !leg.hasEnded()).toList();
        boolean allSilent = !heard.isEmpty()
                && heard.stream().allMatch(leg -> leg.silentFor().compareTo(Media.LONGEST_SILENCE) > 0);
        if (allSilent && state != CallState.ENDED) {
            end(HangupCause.MEDIA_TIMEOUT, CallRecord.Ender.EXCHANGE);
        }
    }

    CallSnapshot snapshot() {
        return new CallSnapshot(
                arrival,
                state.name(),
                run == null ? "" : run.name(),
                legs.stream().map(Leg::snapshot).toList());
    }
}
