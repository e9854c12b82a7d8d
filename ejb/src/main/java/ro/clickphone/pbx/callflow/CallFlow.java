package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.pbx.catalogue.Entitlements;
import ro.clickphone.pbx.extension.SipUser;
import ro.clickphone.pbx.fraud.CallRules;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.pbx.recording.RecordingRule;

/**
 * The interpreter of every call: from a plan and a moment to the next verb. Pure: no clock, no database, no engine, so
 * the same class takes real calls, test calls and simulated ones.
 */
final class CallFlow {
    /** {@code i}, {@code t} and the like; a silent caller would hold a channel for ever (manual, item 121). */
    static final int MOST_LOOPS = 3;

    /** The stop of a caller who found all channels busy. */
    static final String CHANNELS = "channels";

    /** The stop of a caller who was told of the recording. */
    static final String RECORDED = "recorded";

    /** The stop of a call whose parties are told of the recording when it is answered. */
    static final String RECORDED_TALK = "recorded:talk";

    /** The caller did not want to be recorded. */
    static final String REFUSED = "recording:refused";

    private static final String REFUSAL_KEY = "9";
    private static final Duration TIME_TO_REFUSE = Duration.ofSeconds(2);

    private static final Duration FIRST_DIGIT = Duration.ofSeconds(5);
    private static final Duration NEXT_DIGIT = Duration.ofSeconds(3);

    private final RoutingPlan plan;
    private final Moment moment;

    private CallFlow(RoutingPlan plan, Moment moment) {
        this.plan = plan;
        this.moment = moment;
    }

    /** A new call, from the public network to one of the account's numbers or from one of its extensions. */
    static Decision begin(IncomingCall call, RoutingPlan plan, Moment moment) {
        CallFlow flow = new CallFlow(plan, moment);
        Position start = Position.entering(plan.account(), call.caller());
        return call.source() instanceof Party.Extension caller
                ? flow.outgoing().dialled(call.dialled(), caller.who(), start)
                : flow.fromOutside(call, start);
    }

    /** All channels for incoming calls are taken: the caller hears the busy tone (manual, items 12 and 19). */
    static Decision channelsBusy(IncomingCall call, RoutingPlan plan) {
        return new Decision(
                Step.Reject.with(486),
                Position.entering(plan.account(), call.caller()).past(CHANNELS));
    }

    /** The call may not go to the public network now; who was to be forwarded there is not told why. */
    static Decision refused(TollRefusal why, Position position, RoutingPlan plan, Moment moment) {
        CallFlow flow = new CallFlow(plan, moment);
        Position noted = position.past(why.stop());
        if (position.place() instanceof Place.ForwardedOutside || position.place() instanceof Place.RingingTogether) {
            return flow.unreached(HangupCause.UNAVAILABLE, noted);
        }
        return new Decision(
                new Step.Reject(why.status(), why.words().map(words -> words.in(plan.language()))),
                noted.at(new Place.Over()));
    }

    /**
     * The customer's own refusals come before everything else of an incoming call (manual, items 40 and 168), and before
     * them that the service is suspended.
     */
    private Decision fromOutside(IncomingCall call, Position start) {
        if (plan.entitlements().standing() == Entitlements.Standing.SUSPENDED) {
            return refuse(480, Announcement.SUSPENDED, start.past("suspended"));
        }
        CallRules.Admission admission = plan.rules().admits(call.caller());
        if (admission != CallRules.Admission.WELCOME) {
            return new Decision(Step.Reject.with(admission.status()), start.past("barred"));
        }
        Position welcome = Position.entering(plan.account(), named(call.caller()));
        return plan.recorded().contains(RecordingRule.Recorded.RECEIVED)
                ? announced(welcome)
                : enter(plan.graph().start(), welcome);
    }

    /** Who does not want to be recorded presses the key now, or hangs up. */
    private Decision announced(Position position) {
        List<Prompt> words = List.of(
                Announcement.CALL_RECORDED.in(plan.language()), Announcement.CALL_RECORDED_REFUSE.in(plan.language()));
        return new Decision(
                new Step.Collect(words, 1, TIME_TO_REFUSE, NEXT_DIGIT, Optional.empty()),
                position.answered().at(new Place.Announced()));
    }

    private Decision announced(StepOutcome outcome, Position position) {
        if (position.trail().stops().contains(REFUSED)) {
            return enter(plan.graph().start(), position);
        }
        String keys = outcome instanceof StepOutcome.Digits digits ? digits.digits() : "";
        if (keys.equals(REFUSAL_KEY)) {
            List<Prompt> words = Announcement.CALL_RECORDED_NOT.wordsIn(plan.language());
            return new Decision(new Step.Play(words, Step.Answering.ANSWER_FIRST), position.past(REFUSED));
        } else if (!keys.isEmpty()) {
            // a hasty caller's key cut the words off: they are heard again, to their end
            List<Prompt> words = Announcement.CALL_RECORDED.wordsIn(plan.language());
            return new Decision(new Step.Play(words, Step.Answering.ANSWER_FIRST), position);
        }
        return enter(plan.graph().start(), position.past(RECORDED));
    }

    /** A call that an extension hands on: as if she had dialled, and into a parking place too. */
    static Decision handedOn(IncomingCall further, Party remaining, RoutingPlan plan, Moment moment) {
        CallFlow flow = new CallFlow(plan, moment);
        SipIdentity by = ((Party.Extension) further.source()).who();
        CallerId shown = flow.shown(remaining, further.caller());
        Position start = Position.entering(plan.account(), shown);
        return SipUser.parse(by.user())
                .flatMap(user -> flow.features().park(further.dialled(), user.extension(), start))
                .orElseGet(() -> flow.outgoing().handedOn(further.dialled(), by, start));
    }

    /** Whoever is called now sees whom she will talk with, not who handed on; of a colleague what we know, not what a phone said. */
    private CallerId shown(Party remaining, CallerId claimed) {
        return remaining instanceof Party.Extension extension
                ? SipUser.parse(extension.who().user())
                        .flatMap(user -> plan.extension(user.extension()))
                        .map(known -> Outgoing.shownInside(known, claimed))
                        .orElse(claimed)
                : named(claimed);
    }

    /** Whoever rings sees the name of the customer's own address book (manual, item 48), not what a stranger sent. */
    private CallerId named(CallerId caller) {
        return NumberPlan.fromCarrier(caller.number())
                .map(plan.names()::get)
                .map(name -> new CallerId(caller.number(), name, caller.presentation()))
                .orElse(caller);
    }

    /** The verb that ran at this position has ended. */
    static Decision next(Position position, StepOutcome outcome, RoutingPlan plan, Moment moment) {
        return new CallFlow(plan, moment).after(position, outcome);
    }

    /** The waiting room found agents for a caller who waits. */
    static Decision offer(
            Position waiting, Instant since, List<ExtensionNumber> agents, RoutingPlan plan, Moment moment) {
        return new CallFlow(plan, moment).queueing().offered(waiting, since, agents);
    }

    /** The call is over while its last verb ran: what it leaves behind. */
    static Optional<Deed> left(CallId call, Position last) {
        return RecordingDialogue.left(call, last).or(() -> VoicemailDialogue.left(call, last));
    }

    /** A number that nobody has. */
    static CallStep unknownNumber() {
        return new CallStep(Step.Reject.with(404), FlowState.NONE);
    }

    Decision enter(NodeId id, Position position) {
        Optional<Node> node = plan.graph().node(id);
        if (node.isEmpty()) {
            return enterInstead(id, position.past("gone:" + id));
        }
        return enter(id, node.get(), position);
    }

    private Decision enter(NodeId id, Node node, Position position) {
        if (node instanceof Node.Hours hours) {
            boolean open = plan.hours().openAt(moment.now(), plan.zone());
            return enter(open ? hours.open() : hours.closed(), position.past(open ? "hours:open" : "hours:closed"));
        } else if (node instanceof Node.Menu menu) {
            return listen(id, menu.words(), position.past(id.name()));
        } else if (node instanceof Node.Queue) {
            return queueing().greet(position.past("queue"));
        } else if (node instanceof Node.Ring ring) {
            return ringing().extensions(ring.extensions(), position);
        } else if (node instanceof Node.Fax fax) {
            return ringing().extensions(List.of(fax.machine()), position.past("fax"));
        } else if (node instanceof Node.FaxUnavailable fax) {
            List<Prompt> words = Announcement.FAX_UNAVAILABLE.wordsIn(plan.language());
            return new Decision(
                    new Step.Play(words, Step.Answering.ANSWER_FIRST),
                    position.past("fax").answered().at(new Place.Notice(fax.back())));
        } else if (node instanceof Node.Farewell farewell) {
            return part(farewell.words(), HangupCause.NORMAL, position);
        } else {
            return unreached(HangupCause.UNAVAILABLE, position);
        }
    }

    /** The customer removed the submenu in which a caller is: the caller starts again, hours apart. */
    private Decision enterInstead(NodeId missing, Position position) {
        NodeId start = plan.graph().node(plan.graph().start()).orElseThrow() instanceof Node.Hours hours
                ? hours.open()
                : plan.graph().start();
        return missing.equals(start)
                        || plan.graph().node(start).isEmpty()
                        || position.trail().full()
                ? wayOut(position)
                : enter(start, position);
    }

    private Decision after(Position position, StepOutcome outcome) {
        Place place = position.place();
        if (place instanceof Place.InMenu in) {
            return outcome instanceof StepOutcome.Digits digits
                    ? pressed(in.menu(), digits.digits(), position)
                    : fault(position);
        } else if (place instanceof Place.Announced) {
            return announced(outcome, position);
        } else if (place instanceof Place.Notice notice) {
            return again(notice.after(), position);
        } else if (place instanceof Place.Greeting greeting) {
            return queueing().await(greeting.since(), position);
        } else if (place instanceof Place.Waiting waiting) {
            return outcome instanceof StepOutcome.WaitEnded
                    ? queueing().await(waiting.since(), position)
                    : fault(position);
        } else if (place instanceof Place.Parting parting) {
            return new Decision(new Step.HangUp(parting.cause()), position.at(new Place.Over()));
        } else if (place instanceof Place.Parked parked && outcome instanceof StepOutcome.WaitEnded) {
            return ringing().one(parked.by(), List.of(), position.past("parked:back"));
        } else if (Conferences.holds(place)) {
            return conferences().after(position, outcome).orElseGet(() -> fault(position));
        } else if (ServiceNumber.holds(place)) {
            return service().after(position, outcome).orElseGet(() -> fault(position));
        } else if (VoicemailDialogue.holds(place)) {
            return voicemail().after(position, outcome).orElseGet(() -> fault(position));
        } else if (RecordingDialogue.holds(place)) {
            return recording().after(position, outcome).orElseGet(() -> fault(position));
        } else if (outcome instanceof StepOutcome.DialEnded ended) {
            return dialEnded(place, ended, position);
        } else {
            return fault(position);
        }
    }

    private Decision dialEnded(Place place, StepOutcome.DialEnded ended, Position position) {
        if (ended.result() == StepOutcome.DialResult.TALKED) {
            return new Decision(new Step.HangUp(HangupCause.NORMAL), position.at(new Place.Over()));
        } else if (place instanceof Place.PickingUp) {
            return part(Announcement.NO_CALL_TO_PICK_UP.wordsIn(plan.language()), HangupCause.NORMAL, position);
        } else if (place instanceof Place.Offered offered) {
            return queueing().await(offered.since(), position);
        } else if (place instanceof Place.Ringing rang) {
            return ringing().unanswered(rang.hops(), ended, position);
        } else if (place instanceof Place.Outside) {
            return outgoing().unanswered(ended, position);
        } else {
            return unreached(Ringing.causeOf(ended.result()), position);
        }
    }

    private Decision listen(NodeId menu, List<Prompt> words, Position position) {
        return new Decision(
                new Step.Collect(words, 1, FIRST_DIGIT, NEXT_DIGIT, Optional.empty()),
                position.answered().at(new Place.InMenu(menu)));
    }

    private Decision pressed(NodeId id, String digits, Position position) {
        if (!(plan.graph().node(id).orElse(null) instanceof Node.Menu menu)) {
            return enterInstead(id, position.past("gone:" + id));
        }
        if (digits.isEmpty()) {
            return again(menu.timeout(), position.past("key:t"));
        }
        char key = digits.charAt(0);
        NodeId chosen = menu.keys().get(key);
        if (chosen == null) {
            return invalid(menu.invalid(), position.past("key:i").past("pressed:" + key));
        }
        Position onward = position.past("key:" + key);
        return onward.trail().full() ? wayOut(onward) : enter(chosen, onward);
    }

    /** The caller hears that there is no such key; where the line {@code i} leads to a menu, it speaks again. */
    private Decision invalid(NodeId target, Position position) {
        return preceded(Announcement.INVALID_OPTION, again(target, position));
    }

    /** A menu speaks after those words; anything else stays as it is. */
    Decision preceded(Announcement first, Decision decision) {
        if (decision.step() instanceof Step.Collect collect) {
            List<Prompt> words = new ArrayList<>();
            words.add(first.in(plan.language()));
            words.addAll(collect.prompts());
            return new Decision(
                    new Step.Collect(words, 1, FIRST_DIGIT, NEXT_DIGIT, Optional.empty()), decision.position());
        }
        return decision;
    }

    /** One loop more, and after the third the way out. */
    private Decision again(NodeId target, Position position) {
        Position looped = position.looped();
        return looped.loops() > MOST_LOOPS || looped.trail().full() ? wayOut(looped) : enter(target, looped);
    }

    private Decision wayOut(Position position) {
        return plan.hasQueue()
                ? queueing().greet(position.past("way-out").past("queue"))
                : part(Announcement.GOODBYE.wordsIn(plan.language()), HangupCause.NORMAL, position.past("way-out"));
    }

    /** Nobody could be reached: an unanswered caller gets the status that says why, an answered one the words. */
    Decision unreached(HangupCause why, Position position) {
        boolean busy = why == HangupCause.BUSY;
        Position noted = position.past(busy ? "busy" : "unreached");
        if (!position.isAnswered()) {
            return new Decision(Step.Reject.with(busy ? 486 : 480), noted.at(new Place.Over()));
        }
        Announcement words = busy ? Announcement.BUSY : Announcement.NOT_AVAILABLE;
        return part(words.wordsIn(plan.language()), why, noted);
    }

    Decision refuse(int status, Announcement words, Position position) {
        return new Decision(
                new Step.Reject(status, Optional.of(words.in(plan.language()))),
                position.past("refused:" + status).at(new Place.Over()));
    }

    Decision part(List<Prompt> words, HangupCause cause, Position position) {
        return new Decision(
                new Step.Play(words, Step.Answering.ANSWER_FIRST),
                position.answered().at(new Place.Parting(cause)));
    }

    private Decision fault(Position position) {
        Position noted = position.past("fault");
        return position.isAnswered()
                ? part(Announcement.FAULT.wordsIn(plan.language()), HangupCause.FAULT, noted)
                : new Decision(Step.Reject.with(503), noted.at(new Place.Over()));
    }

    Conferences conferences() {
        return new Conferences(this, plan);
    }

    ServiceNumber service() {
        return new ServiceNumber(this, plan, moment);
    }

    VoicemailDialogue voicemail() {
        return new VoicemailDialogue(this, plan, moment);
    }

    RecordingDialogue recording() {
        return new RecordingDialogue(this, plan, moment);
    }

    private Queueing queueing() {
        return new Queueing(this, plan, moment);
    }

    private Ringing ringing() {
        return new Ringing(this, plan);
    }

    FeatureCodes features() {
        return new FeatureCodes(this, plan, moment);
    }

    Outgoing outgoing() {
        return new Outgoing(this, ringing(), plan);
    }
}
