package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.engine.api.StepOutcome.DigitsEnd;

/** A call played through the flow; between two verbs its position travels as text, as it does in a real call. */
final class Conversation {
    private final CallId id;
    private final Nearby nearby;
    private RoutingPlan plan;
    private Instant now;
    private Decision decision;

    private Conversation(CallId id, RoutingPlan plan, Instant now, Nearby nearby, Function<Moment, Decision> begin) {
        this.plan = plan;
        this.now = now;
        this.id = id;
        this.nearby = nearby;
        this.decision = begin.apply(moment());
    }

    /** @param around what goes on when the call comes */
    static Conversation of(IncomingCall call, ManualExample customer, Consumer<Nearby> around) {
        Nearby nearby = new Nearby();
        around.accept(nearby);
        RoutingPlan plan = customer.plan();
        return new Conversation(
                call.id(), plan, ManualExample.OPEN, nearby, moment -> CallFlow.begin(call, plan, moment));
    }

    /** @param call as if the extension that hands it on had dialled */
    static Conversation handedOn(IncomingCall call, Party remaining, ManualExample customer) {
        RoutingPlan plan = customer.plan();
        return new Conversation(
                call.id(),
                plan,
                ManualExample.OPEN,
                new Nearby(),
                moment -> CallFlow.handedOn(call, remaining, plan, moment));
    }

    static Conversation of(IncomingCall call, ManualExample customer) {
        return at(ManualExample.OPEN, call, customer);
    }

    static Conversation at(Instant now, IncomingCall call, ManualExample customer) {
        RoutingPlan plan = customer.plan();
        return new Conversation(call.id(), plan, now, new Nearby(), moment -> CallFlow.begin(call, plan, moment));
    }

    Conversation press(String key) {
        assertThat(step()).as("a key is pressed in a menu").isInstanceOf(Step.Collect.class);
        return next(new StepOutcome.Digits(key, DigitsEnd.COMPLETE));
    }

    Conversation saysNothing() {
        return next(new StepOutcome.Digits("", DigitsEnd.TIMEOUT));
    }

    Conversation heardIt() {
        assertThat(step()).as("something was played").isInstanceOf(Step.Play.class);
        return next(new StepOutcome.Played());
    }

    Conversation dialEnds(DialResult result) {
        return dialEnds(result, 0);
    }

    Conversation dialEnds(DialResult result, int status) {
        assertThat(step()).as("somebody rang").isInstanceOf(Step.Dial.class);
        return next(new StepOutcome.DialEnded(result, Optional.empty(), Duration.ZERO, status));
    }

    Conversation next(StepOutcome outcome) {
        Position travelled = Position.parse(decision.callStep().state()).orElseThrow();
        assertThat(travelled).as("the position survives its journey").isEqualTo(decision.position());
        decision = CallFlow.next(travelled, outcome, plan, moment());
        return this;
    }

    Conversation agentFound(Integer... agents) {
        Place.Waiting waiting = (Place.Waiting) decision.position().place();
        decision = CallFlow.offer(decision.position(), waiting.since(), ManualExample.numbers(agents), plan, moment());
        return this;
    }

    /** What goes on in the exchange around this call. */
    Nearby nearby() {
        return nearby;
    }

    private Moment moment() {
        return new Moment(id, now, nearby);
    }

    Optional<Deed> deed() {
        return decision.deed();
    }

    Conversation later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Conversation customerSaves(ManualExample changed) {
        plan = changed.plan();
        return this;
    }

    Step step() {
        return decision.step();
    }

    Position position() {
        return decision.position();
    }

    String trail() {
        return decision.position().trail().toString();
    }

    List<Prompt> heard() {
        return step() instanceof Step.Collect collect ? collect.prompts() : ((Step.Play) step()).prompts();
    }

    List<Party> rings() {
        assertThat(step()).isInstanceOf(Step.Dial.class);
        return ((Step.Dial) step()).parties();
    }

    Step.Dial dial() {
        return (Step.Dial) step();
    }
}
