package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** The codes of the exchange, dialled by an extension. */
final class FeatureCodes {
    /** The menu's test call (manual, item 135); the second form is how the manual's line is misread. */
    private static final Set<String> TEST = Set.of("**222", "****222");

    /** Records a message (manual, item 81). */
    private static final String RECORD = "**500";

    /** The own mailbox. */
    private static final String MAILBOX = "*97";

    private static final String PAUSE = "*45";
    private static final String RESUME = "*46";

    private static final String QUIET = "*78";
    private static final String CALLS_AGAIN = "*79";
    private static final String ECHO = "*43";
    private static final Duration LONGEST_ECHO = Duration.ofMinutes(2);

    /** A call that rings at a colleague's: at anybody's, or {@code *8101} at 101's. */
    private static final Pattern PICK_UP = Pattern.compile("\\*8([0-9]{3,4})?");

    private static final Pattern PARKING = Pattern.compile("\\*70([1-9])");
    private static final Duration LONGEST_PARKED = Duration.ofMinutes(5);

    private final CallFlow flow;
    private final RoutingPlan plan;
    private final Moment moment;

    FeatureCodes(CallFlow flow, RoutingPlan plan, Moment moment) {
        this.flow = flow;
        this.plan = plan;
        this.moment = moment;
    }

    Decision dialled(String code, Extension caller, Position position) {
        if (TEST.contains(code)) {
            return test(position);
        } else if (code.equals(RECORD)) {
            return flow.recording().begin(position.past("record"));
        } else if (code.equals(MAILBOX)) {
            return flow.voicemail().listen(caller.number(), position.past("mailbox"));
        } else if (code.equals(PAUSE)) {
            return agent(caller, new Deed.PauseAgent(caller.number()), Announcement.AGENT_PAUSED, position);
        } else if (code.equals(RESUME)) {
            return agent(caller, new Deed.ResumeAgent(caller.number()), Announcement.AGENT_RESUMED, position);
        }
        return flow.conferences().dialled(code, position).orElseGet(() -> telephone(code, caller, position));
    }

    /** What any exchange offers at its telephones. */
    private Decision telephone(String code, Extension caller, Position position) {
        if (code.equals(QUIET)) {
            return done(Announcement.QUIET, position.past("quiet")).doing(new Deed.WantQuiet(caller.number()));
        } else if (code.equals(CALLS_AGAIN)) {
            return done(Announcement.CALLS_AGAIN, position.past("calls-again"))
                    .doing(new Deed.WantCalls(caller.number()));
        } else if (code.equals(ECHO)) {
            return echo(position);
        }
        Matcher parking = PARKING.matcher(code);
        if (parking.matches()) {
            return fetch(
                    moment.around().parked(plan.account(), slot(parking)), position.past("parked:" + slot(parking)));
        }
        Matcher pickUp = PICK_UP.matcher(code);
        return pickUp.matches()
                ? fetch(
                        moment.around()
                                .ringing(
                                        plan.account(),
                                        Optional.ofNullable(pickUp.group(1)).flatMap(ExtensionNumber::parse)),
                        position.past("pick-up"))
                : unknown(position);
    }

    /** The caller hears the own voice. */
    Decision echo(Position position) {
        return new Decision(
                new Step.Echo(Announcement.ECHO.wordsIn(plan.language()), LONGEST_ECHO),
                position.past("echo").answered().at(new Place.Parting(HangupCause.NORMAL)));
    }

    /** A parking place takes the call that is handed on to it, while it is free; empty when that is no parking place. */
    Optional<Decision> park(String dialled, ExtensionNumber by, Position position) {
        Matcher parking = PARKING.matcher(dialled);
        if (!parking.matches()
                || moment.around().parked(plan.account(), slot(parking)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Decision(
                        new Step.Wait(List.of(), Prompt.Music.DEFAULT, LONGEST_PARKED),
                        position.past("parked:" + slot(parking)).answered().at(new Place.Parked(by)))
                .doing(new Deed.Park(moment.call(), slot(parking))));
    }

    private Decision fetch(Optional<CallId> waiting, Position position) {
        return waiting.filter(call -> !call.equals(moment.call()))
                .map(call -> new Decision(
                                new Step.PickUp(call), position.answered().at(new Place.PickingUp()))
                        .doing(new Deed.Fetch(call)))
                .orElseGet(() -> done(Announcement.NO_CALL_TO_PICK_UP, position));
    }

    private static int slot(Matcher parking) {
        return Integer.parseInt(parking.group(1));
    }

    private Decision done(Announcement words, Position position) {
        return flow.part(words.wordsIn(plan.language()), HangupCause.NORMAL, position);
    }

    private Decision test(Position position) {
        Optional<NodeId> menu = plan.graph().test();
        return menu.map(found -> flow.preceded(Announcement.TEST_CALL, flow.enter(found, position.past("test"))))
                .orElseGet(() -> unknown(position));
    }

    private Decision agent(Extension caller, Deed deed, Announcement words, Position position) {
        if (!plan.queue().extensions().contains(caller.number())) {
            return flow.part(Announcement.NOT_AN_AGENT.wordsIn(plan.language()), HangupCause.NORMAL, position);
        }
        return flow.part(words.wordsIn(plan.language()), HangupCause.NORMAL, position)
                .doing(deed);
    }

    private Decision unknown(Position position) {
        return flow.refuse(404, Announcement.NOT_IN_SERVICE, position);
    }
}
