package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.RecordEnd;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.PromptSlot;
import ro.clickphone.pbx.prompt.SlotOpening;

/**
 * {@code **500} (manual, items 81 and 82): instructions, beep, the message, {@code #}; then listen, keep, or again. Each
 * take becomes the draft of its slot at once, so that whoever hangs up early finds it in the portal all the same.
 */
final class RecordingDialogue {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** Who says nothing for so long has finished. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_TAKES = 20;
    private static final int MOST_CHOICES = 9;
    private static final char DONE = '#';
    private static final String LISTEN = "1";
    private static final String KEEP = "2";
    private static final String AGAIN = "3";

    private final CallFlow flow;
    private final RoutingPlan plan;
    private final Moment moment;

    RecordingDialogue(CallFlow flow, RoutingPlan plan, Moment moment) {
        this.flow = flow;
        this.plan = plan;
        this.moment = moment;
    }

    static boolean holds(Place place) {
        return place instanceof Place.ChoosingMessage
                || place instanceof Place.RecordingMessage
                || place instanceof Place.ReviewingMessage;
    }

    Decision begin(Position position) {
        List<SlotOpening> open = plan.messages().openAt(moment.now());
        if (open.isEmpty()) {
            return part(Announcement.RECORD_NO_SLOT, position);
        }
        return open.size() == 1
                ? first(open.get(0).slot(), position)
                : choose(
                        open.stream().limit(MOST_CHOICES).map(SlotOpening::slot).toList(), position);
    }

    /** Empty when the outcome is none that the place can have. */
    Optional<Decision> after(Position position, StepOutcome outcome) {
        if (position.place() instanceof Place.RecordingMessage recording
                && outcome instanceof StepOutcome.Recorded recorded) {
            return Optional.of(recorded(recording, recorded, position));
        } else if (outcome instanceof StepOutcome.Digits digits) {
            if (position.place() instanceof Place.ChoosingMessage choosing) {
                return Optional.of(chosen(choosing.slots(), digits.digits(), position));
            } else if (position.place() instanceof Place.ReviewingMessage reviewing) {
                return Optional.of(reviewed(reviewing, digits.digits(), position));
            }
        }
        return Optional.empty();
    }

    /** Somebody hung up in the middle of the message: it is kept as far as it was spoken. */
    static Optional<Deed> left(CallId call, Position last) {
        return last.place() instanceof Place.RecordingMessage recording
                ? offer(call, recording.slot(), recording.take(), last)
                : Optional.empty();
    }

    private Decision choose(List<PromptSlot> slots, Position position) {
        List<Prompt> words = new ArrayList<>();
        words.add(Announcement.RECORD_WHICH.in(plan.language()));
        for (int i = 0; i < slots.size(); i++) {
            words.add(SlotWords.of(slots.get(i), plan.language()));
            words.add(new Prompt.System("press-" + (i + 1), plan.language()));
        }
        return ask(words, position.at(new Place.ChoosingMessage(slots)));
    }

    private Decision chosen(List<PromptSlot> slots, String digits, Position position) {
        int index = digits.isEmpty() ? 0 : "123456789".indexOf(digits.charAt(0)) + 1;
        if (index > 0 && index <= slots.size()) {
            return first(slots.get(index - 1), position);
        }
        Position looped = position.looped();
        return looped.loops() > CallFlow.MOST_LOOPS ? part(Announcement.GOODBYE, looped) : choose(slots, looped);
    }

    private Decision first(PromptSlot slot, Position position) {
        return record(slot, 1, instructions(), position);
    }

    private Decision record(PromptSlot slot, int take, List<Prompt> words, Position position) {
        Optional<SlotOpening> open = plan.messages().openAt(moment.now(), slot);
        if (open.isEmpty()) {
            return part(Announcement.RECORD_EXPIRED, position);
        }
        if (moment.around()
                .recorder(plan.account(), slot)
                .filter(call -> !call.equals(moment.call()))
                .isPresent()) {
            return part(Announcement.RECORD_BUSY, position.past("busy"));
        }
        Duration left = open.get().leftAt(moment.now()).plusSeconds(1);
        return new Decision(
                new Step.Record(
                        words,
                        name(moment.call(), take),
                        moment.around().seal(),
                        left.compareTo(LONGEST) < 0 ? left : LONGEST,
                        Optional.of(SILENCE),
                        Optional.of(DONE)),
                position.past("record:" + slot).answered().at(new Place.RecordingMessage(slot, take)));
    }

    private Decision recorded(Place.RecordingMessage place, StepOutcome.Recorded recorded, Position position) {
        if (plan.messages().openAt(moment.now(), place.slot()).isEmpty()) {
            return part(Announcement.RECORD_EXPIRED, position.past("expired"));
        }
        if (isEmpty(recorded)) {
            return another(place.slot(), place.take(), Announcement.RECORD_EMPTY, position.looped());
        }
        Decision review = review(new Place.ReviewingMessage(place.slot(), place.take()), List.of(), position);
        return offer(moment.call(), place.slot(), place.take(), position)
                .map(review::doing)
                .orElse(review);
    }

    private Decision reviewed(Place.ReviewingMessage place, String digits, Position position) {
        return switch (digits) {
            case LISTEN ->
                review(place, List.of(new Prompt.Recorded(name(moment.call(), place.take()))), position.past("listen"));
            case KEEP -> part(Announcement.RECORD_ACCEPTED, position.past("kept"));
            case AGAIN -> again(place, position);
            default -> {
                Position looped = position.looped();
                yield looped.loops() > CallFlow.MOST_LOOPS
                        ? part(Announcement.RECORD_ACCEPTED, looped)
                        : review(place, List.of(), looped);
            }
        };
    }

    private Decision again(Place.ReviewingMessage place, Position position) {
        return place.take() == MOST_TAKES || position.trail().full()
                ? part(Announcement.RECORD_ACCEPTED, position)
                : record(place.slot(), place.take() + 1, instructions(), position);
    }

    /** Nothing was heard: the same once more, but not for ever. */
    private Decision another(PromptSlot slot, int take, Announcement why, Position position) {
        if (position.loops() > CallFlow.MOST_LOOPS) {
            return part(Announcement.GOODBYE, position);
        }
        List<Prompt> words = Stream.concat(Stream.of(why.in(plan.language())), instructions().stream())
                .toList();
        return record(slot, take + 1, words, position);
    }

    private Decision review(Place.ReviewingMessage place, List<Prompt> before, Position position) {
        List<Prompt> words = new ArrayList<>(before);
        words.add(Announcement.RECORD_REVIEW.in(plan.language()));
        return position.trail().full() ? part(Announcement.RECORD_ACCEPTED, position) : ask(words, position.at(place));
    }

    private Decision ask(List<Prompt> words, Position position) {
        return new Decision(new Step.Collect(words, 1, PATIENCE, PATIENCE, Optional.empty()), position.answered());
    }

    private Decision part(Announcement words, Position position) {
        return flow.part(words.wordsIn(plan.language()), HangupCause.NORMAL, position);
    }

    private List<Prompt> instructions() {
        return Announcement.RECORD_INSTRUCTIONS.wordsIn(plan.language());
    }

    private static boolean isEmpty(StepOutcome.Recorded recorded) {
        Duration said = recorded.end() == RecordEnd.SILENCE ? recorded.length().minus(SILENCE) : recorded.length();
        return said.compareTo(SHORTEST) < 0;
    }

    private static Optional<Deed> offer(CallId call, PromptSlot slot, int take, Position position) {
        return ExtensionNumber.parse(position.caller().number())
                .map(by -> new Deed.OfferMessage(slot, name(call, take), by));
    }

    private static RecordingName name(CallId call, int take) {
        return new RecordingName("take-" + call + "-" + take);
    }
}
