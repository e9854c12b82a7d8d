package ro.clickphone.engine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.SipEngineListener;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.engine.media.LegMedia;
import ro.clickphone.engine.media.Media;
import ro.clickphone.engine.media.MediaTerms;

/**
 * One call: asks what now, runs the verb, reports its outcome, asks again, until somebody hangs up. Everything here runs
 * in its mailbox.
 */
final class Call {
    private static final String NAME = Call.class.getName();
    private static final Logger LOG = Logger.getLogger(NAME);
    private static final Prompt FAULT = new Prompt.System("fault", "ro");

    private final CallServices services;
    private final IncomingCall arrival;
    private final Mailbox mailbox;
    private Caller caller;
    private final Legs legs;
    private final LegProgress progress = new LegProgress(this);
    private CallState state = CallState.ASKING;
    private FlowState position = FlowState.NONE;
    private final Decision decision = new Decision(this);
    private final KeysAhead ahead = new KeysAhead();
    private Run run;
    private Optional<Handover> handover = Optional.empty();
    private CallRecord.Ender lastToLeave = CallRecord.Ender.EXCHANGE;
    private CompletableFuture<Void> filesWritten = CompletableFuture.completedFuture(null);

    Call(CallServices services, Arrival arrival, Mailbox mailbox) {
        this.services = services;
        this.arrival = arrival.call();
        this.mailbox = mailbox;
        this.legs = new Legs(id());
        Leg leg = legs.add(arrival.first(), CallerId.of(this.arrival.dialled()), this.arrival.at());
        this.caller = new Caller(this, leg, arrival.offer(), arrival.terms());
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

    LegProgress progress() {
        return progress;
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
        // named here, since looking it up in the stack costs more than the line
        LOG.logp(Level.INFO, NAME, "log", "call " + id() + ' ' + what);
    }

    // ---- asking -------------------------------------------------------------------------------------------------

    void begin(LegDialog dialog) {
        caller.leg().speaksBy(dialog);
        progress.tell(caller.leg(), LegEvent.Kind.STARTED);
        log("arrived from " + arrival.source() + " for " + Text.line(arrival.dialled()));
        ask(listener -> listener.callArrived(arrival));
    }

    /** We begin it: its first leg rings. */
    void summon(Summons summons) {
        log("is begun for " + arrival.source() + " to " + Text.line(arrival.dialled()));
        perform(summons.at(), new SummonRun(this, summons));
    }

    /** Its caller answered: from here on it is as if that phone had dialled, but that it hears us already. */
    void hasDialled() {
        caller = Caller.inPlace(this, caller.leg());
        run = null;
        progress.answered(caller.leg());
        ask(listener -> listener.callArrived(arrival));
    }

    /** It takes a leg's place in another call (RFC 3891): that needs no decision of where to. */
    void begin(LegDialog dialog, Replacement replacement) {
        caller.leg().speaksBy(dialog);
        progress.tell(caller.leg(), LegEvent.Kind.STARTED);
        run = new ReplaceRun(this, replacement);
        state = CallState.RUNNING;
        log("arrived from " + arrival.source() + " to " + run.name());
        run.begin();
    }

    /** The running verb has ended by itself. */
    void finished(StepOutcome outcome) {
        if (state == CallState.ENDING || state == CallState.ENDED) {
            return;
        }
        log(run.name() + " ended: " + outcome);
        handover.filter(unfinished -> !unfinished.rests())
                .ifPresent(unfinished -> unfinished.abandoned(HangupCause.NORMAL));
        run = null;
        FlowState at = position;
        ask(listener -> listener.stepEnded(id(), at, outcome));
    }

    private void ask(Function<SipEngineListener, CallStep> words) {
        state = CallState.ASKING;
        decision.ask(words);
    }

    /** A party who could not be handed on goes back to whom it talked with. */
    void decided(CallStep step) {
        if (handover.filter(unfinished -> unfinished.failsBy(step)).isEmpty()) {
            perform(step);
        }
    }

    /** The caller is not left in silence. */
    void undecided() {
        Optional<Prompt> words = caller.isAnswered() ? Optional.of(FAULT) : Optional.empty();
        Step.Reject last = new Step.Reject(503, words);
        if (handover.isPresent()) {
            decided(new CallStep(last, position));
        } else {
            perform(position, new RejectRun(this, last, HangupCause.NO_DECISION));
        }
    }

    // ---- commands -----------------------------------------------------------------------------------------------

    void redirect(CallStep step) {
        switch (state) {
            case ASKING -> decision.order(step);
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

    /** Phones that send a caller to each other must not do so for ever. */
    boolean maySendOn() {
        return legs.maySendOn();
    }

    /** A caller who waited is picked up. */
    void takenBy(End picker) {
        run.stop(HangupCause.ANSWERED_ELSEWHERE);
        run = new TakenRun(this, picker);
        run.begin();
    }

    void perform(CallStep step) {
        perform(step.state(), Verbs.run(this, step.step()));
        handover.ifPresent(unfinished -> unfinished.began(step.step()));
    }

    private void perform(FlowState at, Run next) {
        position = at;
        state = CallState.RUNNING;
        run = next;
        log("does " + run.name());
        String keys = ahead.taken();
        run.begin();
        if (run instanceof CollectRun) {
            keys.chars().forEach(key -> digit(caller.leg(), (char) key));
        }
    }

    void digit(Leg leg, char digit) {
        if (run != null) {
            run.digit(leg, digit);
        } else if (leg == caller.leg()) {
            ahead.keep(digit);
        }
    }

    // ---- what verbs use -----------------------------------------------------------------------------------------

    LegMedia openMedia(Leg leg, MediaTerms terms) {
        return services.media().open(id(), terms, new LegEars(this, leg));
    }

    Leg newLeg(Party party, CallerId shown) {
        return legs.add(party, shown, now());
    }

    /** Not the one that made the call. */
    boolean isCalled(Leg leg) {
        return leg != legs.first();
    }

    /** How a leg's far end is shown to others. */
    CallerId shown(Leg leg) {
        return leg == legs.first() ? arrival.caller() : leg.shown();
    }

    /** @param other its own call says the same of it, when that is another one */
    void legsTalk(Leg one, End other) {
        state = CallState.TALKING;
        progress.talks(one);
        if (other.call() == this) {
            progress.talks(other.leg());
        } else {
            progress.news(one, LegEvent.Kind.JOINED);
        }
        log("talks: " + one.id() + " with " + other.leg().id());
        handover.ifPresent(Handover::succeeded);
    }

    /** The one at the other end of the caller's talk. */
    void partnerHungUp() {
        lastToLeave = caller.leg().id().number() == 0 ? CallRecord.Ender.CALLED : CallRecord.Ender.CALLER;
    }

    /** Who ended a talk that the business now ends the call after. */
    CallRecord.Ender lastToLeave() {
        return lastToLeave;
    }

    // ---- who talks with whom changes ----------------------------------------------------------------------------

    /** The far end of a leg hung up, or is lost. */
    void left(Leg leg, HangupCause cause) {
        End who = new End(this, leg);
        if (leg == caller.leg()
                && !handover.filter(unfinished -> unfinished.left(who)).isPresent()) {
            progress.ended(leg, cause);
            end(cause, leg.id().number() == 0 ? CallRecord.Ender.CALLER : CallRecord.Ender.CALLED);
        } else {
            partnerLeft(who, cause);
            progress.ended(leg, cause);
        }
    }

    /** Whoever that is at the other end, here or in another call, is gone. */
    void partnerLeft(End who, HangupCause cause) {
        boolean handedOn = handover.filter(unfinished -> unfinished.left(who)).isPresent();
        if (!handedOn && run instanceof TalkingRun talk) {
            talk.partnerLeft(who, cause);
        }
    }

    /** Verbs are for that leg from now on. */
    void callerIs(Leg leg) {
        if (leg != caller.leg()) {
            caller = Caller.inPlace(this, leg);
        }
    }

    /** One who is called by a party that is handed on. */
    void newOneRings() {
        handover.ifPresent(Handover::rings);
    }

    void handsOver(Handover begun) {
        handover = Optional.of(begun);
    }

    boolean isHandingOver() {
        return handover.isPresent();
    }

    void handoverIsOver() {
        handover = Optional.empty();
    }

    /** Between the talk and what follows it. */
    void rests() {
        run = null;
        state = CallState.ASKING;
    }

    void restore(TalkingRun talk, Caller callerThen, FlowState positionThen) {
        caller = callerThen;
        position = positionThen;
        run = talk;
        talk.resume();
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

    void end(HangupCause why, CallRecord.Ender who) {
        if (state == CallState.ENDED) {
            return;
        }
        decision.drop();
        Run ended = run;
        run = null;
        handover.ifPresent(unfinished -> unfinished.abandoned(why));
        state = CallState.ENDED;
        if (ended != null) {
            ended.stop(why);
        }
        legs.all().forEach(leg -> progress.drop(leg, why));
        log("ended: " + why + " by " + who);
        CallRecord last = record(why, who);
        filesWritten = filesWritten.whenComplete((all, e) -> services.calls().ended(last));
    }

    /** @param file of a recording; until it is whole the call's record is not given away */
    void recordAfter(CompletableFuture<?> file) {
        filesWritten = filesWritten.thenCombine(file, (one, other) -> null);
    }

    private CallRecord record(HangupCause why, CallRecord.Ender who) {
        Instant at = now();
        return new CallRecord(arrival, legs.first().progress(), at, why, who, position, legs.records(at));
    }

    /** The record as it would be if the exchange were gone now. */
    CallRecord unfinished() {
        return record(HangupCause.FAULT, CallRecord.Ender.EXCHANGE);
    }

    /** Dead in both directions: nobody is there any more, whatever the signalling says. */
    void checkSilence() {
        boolean heard = run().filter(talk -> talk.hearsPartnerOf(caller.leg())).isPresent();
        if (!heard && legs.areSilentFor(Media.LONGEST_SILENCE) && state != CallState.ENDED) {
            end(HangupCause.MEDIA_TIMEOUT, CallRecord.Ender.EXCHANGE);
        }
    }

    CallSnapshot snapshot() {
        return new CallSnapshot(arrival, state.name(), run == null ? "" : run.name(), legs.snapshots());
    }
}
