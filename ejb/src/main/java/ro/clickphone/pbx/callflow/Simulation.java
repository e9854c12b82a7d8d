package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.engine.api.StepOutcome.DigitsEnd;
import ro.clickphone.pbx.callflow.SimulatedCall.End;
import ro.clickphone.pbx.callflow.SimulatedCall.Happening;
import ro.clickphone.pbx.callflow.SimulatedCall.Move;
import ro.clickphone.pbx.callflow.SimulatedCall.Scene;
import ro.clickphone.pbx.callflow.SimulatedCall.Why;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.SipUser;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.live.Presence;
import ro.clickphone.pbx.queue.Staff;
import ro.clickphone.pbx.queue.WaitingRoom;
import ro.clickphone.pbx.queue.WaitingRoom.Command;
import ro.clickphone.pbx.queue.WaitingRoom.Event;

/**
 * Takes a call through {@link CallFlow} with no engine: words are heard at once, and whoever asks answers for the caller
 * and for the telephones. Its queue is an empty one of its own. Pure.
 */
final class Simulation {
    /** The flow ends every call; this ends one that rings round and round a queue. */
    private static final int MOST_SCENES = 40;

    private final RoutingPlan plan;
    private final Function<SipIdentity, Presence.State> phones;
    private final Surroundings around;
    private final WaitingRoom room = new WaitingRoom(RandomGenerator.of("L64X128MixRandom"));
    private final List<Scene> scenes = new ArrayList<>();
    private final Iterator<Move> moves;
    private final IncomingCall call;

    private Instant now;
    private Decision decision;
    private int noted;

    private Simulation(
            RoutingPlan plan,
            Function<SipIdentity, Presence.State> phones,
            Surroundings around,
            IncomingCall call,
            List<Move> moves) {
        this.plan = plan;
        this.phones = phones;
        this.around = around;
        this.call = call;
        this.moves = moves.iterator();
        this.now = call.at();
        this.decision = CallFlow.begin(call, plan, moment());
    }

    /** @param phones how each extension stands now @param moves what was done so far; where they end, the call waits */
    static SimulatedCall walk(
            RoutingPlan plan,
            Function<SipIdentity, Presence.State> phones,
            Surroundings around,
            IncomingCall call,
            List<Move> moves) {
        Simulation simulation = new Simulation(plan, phones, around, call, moves);
        while (simulation.goesOn()) {
            // each turn is one scene
        }
        return new SimulatedCall(plan.hours().at(call.at(), plan.zone()), simulation.scenes);
    }

    /** @return false when the call is over, or waits for a move */
    private boolean goesOn() {
        if (scenes.size() >= MOST_SCENES) {
            return false;
        }
        Step step = decision.step();
        if (step instanceof Step.Play play) {
            show(new SimulatedCall.Words(play.prompts()));
            return next(new StepOutcome.Played());
        } else if (step instanceof Step.Collect collect) {
            return menu(collect);
        } else if (step instanceof Step.Wait wait) {
            return queued(wait);
        } else if (step instanceof Step.Dial dial) {
            return rings(dial);
        } else if (step instanceof Step.Reject reject) {
            reject.announcement().ifPresent(words -> show(new SimulatedCall.Words(List.of(words))));
            return over(End.REFUSED, reject.status());
        } else if (step instanceof Step.HangUp) {
            return over(End.LET_GO, 0);
        }
        show(new SimulatedCall.Beyond());
        return false;
    }

    private boolean menu(Step.Collect collect) {
        show(new SimulatedCall.Menu(collect.prompts(), keys()));
        return move().filter(move -> move instanceof Move.Press || move instanceof Move.Silence)
                .map(move -> next(
                        move instanceof Move.Press press
                                ? new StepOutcome.Digits(String.valueOf(press.key()), DigitsEnd.COMPLETE)
                                : new StepOutcome.Digits("", DigitsEnd.TIMEOUT)))
                .orElse(false);
    }

    private TreeSet<Character> keys() {
        return decision.position().place() instanceof Place.InMenu in
                        && plan.graph().node(in.menu()).orElse(null) instanceof Node.Menu menu
                ? new TreeSet<>(menu.keys().keySet())
                : new TreeSet<>();
    }

    /** Agents ring at once when there are any; otherwise time passes until somebody has rested, or until the way out. */
    private boolean queued(Step.Wait wait) {
        Instant since = ((Place.Waiting) decision.position().place()).since();
        Event event = scenes.stream().anyMatch(scene -> scene.happening() instanceof SimulatedCall.Queued)
                ? new Event.CallerReturned(call.id(), since)
                : new Event.CallerWaits(call.id(), since);
        List<Command> commands = room.on(event, plan.queue(), staff(), now);
        List<ExtensionNumber> ringing = ringing(commands);
        show(new SimulatedCall.Queued(wait.first(), agents(ringing), left(since)));
        if (ringing.isEmpty()) {
            ringing = afterRest(commands);
        }
        if (ringing.isEmpty()) {
            now = since.plus(plan.queue().waiting().longest());
            return next(new StepOutcome.WaitEnded());
        }
        decision = CallFlow.offer(decision.position(), since, ringing, plan, moment());
        return true;
    }

    private List<ExtensionNumber> afterRest(List<Command> commands) {
        Optional<Instant> wake = commands.stream()
                .filter(Command.WakeAt.class::isInstance)
                .map(command -> ((Command.WakeAt) command).moment())
                .findFirst();
        wake.ifPresent(moment -> now = moment);
        return wake.map(moment -> ringing(room.on(new Event.LookAgain(), plan.queue(), staff(), moment)))
                .orElse(List.of());
    }

    private Duration left(Instant since) {
        return plan.queue().waiting().longest().minus(Duration.between(since, now));
    }

    private static List<ExtensionNumber> ringing(List<Command> commands) {
        return commands.stream()
                .filter(Command.Ring.class::isInstance)
                .flatMap(command -> ((Command.Ring) command).agents().stream())
                .toList();
    }

    private Staff staff() {
        return new Staff(agentsThat(state -> state != Presence.State.OFFLINE), agentsThat(this::isFree));
    }

    private boolean isFree(Presence.State state) {
        return state == Presence.State.ONLINE;
    }

    private Set<ExtensionNumber> agentsThat(Function<Presence.State, Boolean> wanted) {
        return plan.queue().extensions().stream()
                .filter(agent -> !plan.paused().contains(agent) && !isQuiet(agent))
                .filter(agent -> wanted.apply(state(agent)))
                .collect(Collectors.toSet());
    }

    private boolean isQuiet(ExtensionNumber agent) {
        return plan.extension(agent).filter(Extension::doNotDisturb).isPresent();
    }

    private List<SimulatedCall.Agent> agents(List<ExtensionNumber> ringing) {
        return plan.queue().extensions().stream()
                .map(agent -> new SimulatedCall.Agent(agent, name(agent), why(agent, ringing)))
                .toList();
    }

    private Why why(ExtensionNumber agent, List<ExtensionNumber> ringing) {
        if (ringing.contains(agent)) {
            return Why.RINGS;
        } else if (plan.paused().contains(agent)) {
            return Why.PAUSED;
        } else if (isQuiet(agent)) {
            return Why.QUIET;
        }
        return switch (state(agent)) {
            case OFFLINE -> Why.OFFLINE;
            case ONLINE -> Why.LATER;
            case RINGING, TALKING -> Why.BUSY;
        };
    }

    /** Without a registered telephone nobody has to say what happens. */
    private boolean rings(Step.Dial dial) {
        List<SimulatedCall.Phone> ringing =
                dial.parties().stream().flatMap(party -> phone(party).stream()).toList();
        List<String> outside = dial.parties().stream()
                .filter(Party.PublicNumber.class::isInstance)
                .map(party -> ((Party.PublicNumber) party).number())
                .toList();
        show(new SimulatedCall.Rings(ringing, outside, dial.ringTime()));
        boolean reachable =
                !outside.isEmpty() || ringing.stream().anyMatch(phone -> phone.state() != Presence.State.OFFLINE);
        if (!reachable) {
            return ended(DialResult.UNAVAILABLE);
        }
        Optional<Move> move = move();
        if (move.isPresent() && move.get() instanceof Move.Answer) {
            return over(End.TALKED, 0);
        } else if (move.isPresent() && move.get() instanceof Move.Busy) {
            return ended(DialResult.BUSY);
        } else if (move.isPresent() && move.get() instanceof Move.NoAnswer) {
            now = now.plus(dial.ringTime());
            return ended(DialResult.NO_ANSWER);
        }
        return false;
    }

    private Optional<SimulatedCall.Phone> phone(Party party) {
        return party instanceof Party.Extension extension
                ? SipUser.parse(extension.who().user())
                        .map(SipUser::extension)
                        .map(number -> new SimulatedCall.Phone(number, name(number), state(number)))
                : Optional.empty();
    }

    private boolean ended(DialResult result) {
        return next(new StepOutcome.DialEnded(result, Optional.empty(), Duration.ZERO, 0));
    }

    private boolean over(End end, int status) {
        show(new SimulatedCall.Over(end, status));
        return false;
    }

    private Optional<Move> move() {
        return moves.hasNext() ? Optional.of(moves.next()) : Optional.empty();
    }

    private boolean next(StepOutcome outcome) {
        decision = CallFlow.next(decision.position(), outcome, plan, moment());
        return true;
    }

    private void show(Happening happening) {
        List<String> stops = decision.position().trail().stops();
        scenes.add(new Scene(stops.subList(Math.min(noted, stops.size()), stops.size()), happening));
        noted = stops.size();
    }

    private Presence.State state(ExtensionNumber number) {
        return plan.extension(number).map(Extension::who).map(phones).orElse(Presence.State.OFFLINE);
    }

    private String name(ExtensionNumber number) {
        return plan.extension(number).map(Extension::name).orElse("");
    }

    private Moment moment() {
        return new Moment(call.id(), now, around);
    }

    /** A call from outside that nobody places. */
    static IncomingCall imagined(RoutingPlan plan, String caller, String dialled, Instant at) {
        Party source = plan.line()
                .<Party>map(line -> new Party.PublicNumber(line.trunk(), caller))
                .orElseThrow(() -> new IllegalStateException("account " + plan.account() + " has no number"));
        return new IncomingCall(CallId.random(), source, dialled, CallerId.of(caller), at);
    }
}
