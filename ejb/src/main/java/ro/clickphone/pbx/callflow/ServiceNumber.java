package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;

/** {@code 329}, the platform's free service number (manual, item 181): 1 speaks the balance, 2 is the echo test. */
final class ServiceNumber {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String BALANCE = "1";
    private static final String ECHO = "2";

    private final CallFlow flow;
    private final RoutingPlan plan;
    private final Moment moment;

    ServiceNumber(CallFlow flow, RoutingPlan plan, Moment moment) {
        this.flow = flow;
        this.plan = plan;
        this.moment = moment;
    }

    static boolean holds(Place place) {
        return place instanceof Place.AtService;
    }

    Decision begin(Position position) {
        return ask(List.of(), position);
    }

    /** Empty when the outcome is none that the place can have. */
    Optional<Decision> after(Position position, StepOutcome outcome) {
        return outcome instanceof StepOutcome.Digits digits
                ? Optional.of(pressed(digits.digits(), position))
                : Optional.empty();
    }

    /** Who listens to the balance again and again is let go like one who presses nothing. */
    private Decision pressed(String digits, Position position) {
        if (digits.equals(ECHO)) {
            return flow.features().echo(position);
        }
        Position looped = position.looped();
        if (looped.loops() > CallFlow.MOST_LOOPS) {
            return flow.part(Announcement.GOODBYE.wordsIn(plan.language()), HangupCause.NORMAL, looped);
        }
        return ask(digits.equals(BALANCE) ? balance() : List.of(), looped);
    }

    private List<Prompt> balance() {
        return Stream.concat(
                        Announcement.BALANCE.wordsIn(plan.language()).stream(),
                        AmountWords.of(moment.around().credit(plan.account()), plan.language()).stream())
                .toList();
    }

    private Decision ask(List<Prompt> before, Position position) {
        List<Prompt> words = Stream.concat(before.stream(), Announcement.SERVICE_MENU.wordsIn(plan.language()).stream())
                .toList();
        return new Decision(
                new Step.Collect(words, 1, PATIENCE, PATIENCE, Optional.empty()),
                position.answered().at(new Place.AtService()));
    }
}
