package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;

/**
 * The customer's conferences, {@code *601} to {@code *609} (manual, item 44): whoever dials one is in it, and so is a
 * caller who is handed on to it, once the code was typed where the customer wants one. The hash key leaves.
 */
final class Conferences {
    /** Everybody is mixed for everybody else: a customer's share of the machine. */
    static final int MOST_TOGETHER = 20;

    private static final int LONGEST_CODE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Pattern CODE = Pattern.compile("\\*60([1-9])");

    private final CallFlow flow;
    private final RoutingPlan plan;

    Conferences(CallFlow flow, RoutingPlan plan) {
        this.flow = flow;
        this.plan = plan;
    }

    static boolean holds(Place place) {
        return place instanceof Place.Conferring || place instanceof Place.AtConferenceDoor;
    }

    /** Empty when that is no code of a conference. */
    Optional<Decision> dialled(String code, Position position) {
        Matcher conference = CODE.matcher(code);
        return conference.matches()
                ? Optional.of(arrive(Integer.parseInt(conference.group(1)), position))
                : Optional.empty();
    }

    private Decision arrive(int room, Position position) {
        return plan.conferenceCodes().containsKey(room) ? ask(room, List.of(), position) : enter(room, position);
    }

    private Decision ask(int room, List<Prompt> before, Position position) {
        List<Prompt> words = Stream.concat(
                        before.stream(), Announcement.CONFERENCE_CODE.wordsIn(plan.language()).stream())
                .toList();
        return new Decision(
                new Step.Collect(words, LONGEST_CODE, PATIENCE, PATIENCE, Optional.of('#')),
                position.answered().at(new Place.AtConferenceDoor(room)));
    }

    /** Nobody tries codes for long. The customer may have taken the code away meanwhile. */
    private Decision typed(int room, String digits, Position position) {
        String code = plan.conferenceCodes().getOrDefault(room, digits);
        if (code.equals(digits)) {
            return enter(room, position);
        }
        Position looped = position.past("conference-code").looped();
        List<Prompt> wrong = Announcement.CONFERENCE_WRONG_CODE.wordsIn(plan.language());
        return looped.loops() > CallFlow.MOST_LOOPS
                ? flow.part(wrong, HangupCause.NORMAL, looped)
                : ask(room, wrong, looped);
    }

    private Decision enter(int room, Position position) {
        return new Decision(
                new Step.Play(Announcement.CONFERENCE_JOIN.wordsIn(plan.language()), Step.Answering.ANSWER_FIRST),
                position.past("conference:" + room).answered().at(new Place.Conferring(room)));
    }

    /** Empty when the outcome is none that the place can have. */
    Optional<Decision> after(Position position, StepOutcome outcome) {
        if (position.place() instanceof Place.AtConferenceDoor door) {
            return outcome instanceof StepOutcome.Digits digits
                    ? Optional.of(typed(door.room(), digits.digits(), position))
                    : Optional.empty();
        } else if (!(position.place() instanceof Place.Conferring in)) {
            return Optional.empty();
        } else if (outcome instanceof StepOutcome.Played) {
            String room = plan.account() + "-" + in.room();
            return Optional.of(new Decision(new Step.Join(room, MOST_TOGETHER, Step.Voice.HEARD), position));
        } else if (outcome instanceof StepOutcome.Left) {
            return Optional.of(part(Announcement.CONFERENCE_LEAVE, position));
        }
        return outcome instanceof StepOutcome.Failed
                ? Optional.of(part(Announcement.CONFERENCE_FULL, position.past("conference-full")))
                : Optional.empty();
    }

    private Decision part(Announcement words, Position position) {
        return flow.part(words.wordsIn(plan.language()), HangupCause.NORMAL, position);
    }
}
