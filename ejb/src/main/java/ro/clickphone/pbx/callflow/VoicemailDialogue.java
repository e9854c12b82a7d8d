package ro.clickphone.pbx.callflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.RecordEnd;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.voicemail.LeftMessage;
import ro.clickphone.pbx.voicemail.Voicemail;
import ro.clickphone.pbx.voicemail.VoicemailService;

/**
 * The mailbox, from both sides: who reaches nobody leaves a message, and its owner listens by {@code *97}. It is the last
 * resort: forwards come before it.
 */
final class VoicemailDialogue {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** As many as a position can carry; the next call hears the rest. */
    private static final int MOST_IN_A_CALL = 20;

    private static final String AGAIN = "1";
    private static final String KEEP = "2";
    private static final String DELETE = "3";
    private static final String CALL_BACK = "4";
    private static final String NEXT = "#";

    private final CallFlow flow;
    private final RoutingPlan plan;
    private final Moment moment;

    VoicemailDialogue(CallFlow flow, RoutingPlan plan, Moment moment) {
        this.flow = flow;
        this.plan = plan;
        this.moment = moment;
    }

    static boolean holds(Place place) {
        return place instanceof Place.LeavingVoicemail || place instanceof Place.Mailbox;
    }

    /** Nobody was reached: whoever was called first and has a mailbox takes the message; empty when nobody has one. */
    Optional<Decision> leave(List<ExtensionNumber> hops, Position position) {
        return hops.stream().filter(plan.messages()::hasBox).findFirst().map(box -> leave(box, position));
    }

    private Decision leave(ExtensionNumber box, Position position) {
        Position noted = position.past("voicemail:" + box);
        if (plan.messages().in(box).size() >= VoicemailService.MOST_MESSAGES) {
            return part(Announcement.VOICEMAIL_FULL, noted);
        }
        Prompt greeting =
                plan.messages().greetings().getOrDefault(box, Announcement.VOICEMAIL_GREETING.in(plan.language()));
        return new Decision(
                new Step.Record(
                        List.of(greeting),
                        name(moment.call()),
                        moment.around().seal(),
                        LONGEST,
                        Optional.of(SILENCE),
                        Optional.empty()),
                noted.answered().at(new Place.LeavingVoicemail(box)));
    }

    /** The own mailbox. */
    Decision listen(ExtensionNumber box, Position position) {
        if (!plan.messages().hasBox(box)) {
            return part(Announcement.VOICEMAIL_OFF, position);
        }
        List<Voicemail> messages = plan.messages().in(box);
        if (messages.isEmpty()) {
            return part(Announcement.VOICEMAIL_NONE, position);
        }
        List<Long> ids =
                messages.stream().limit(MOST_IN_A_CALL).map(Voicemail::id).toList();
        return play(ids, VoicemailWords.howMany(messages, plan.language()), position);
    }

    /** Empty when the outcome is none that the place can have. */
    Optional<Decision> after(Position position, StepOutcome outcome) {
        if (position.place() instanceof Place.LeavingVoicemail leaving
                && outcome instanceof StepOutcome.Recorded recorded) {
            return Optional.of(said(leaving, recorded, position));
        } else if (position.place() instanceof Place.Mailbox mailbox && outcome instanceof StepOutcome.Digits digits) {
            return Optional.of(pressed(mailbox.left(), digits.digits(), position));
        }
        return Optional.empty();
    }

    /** Most callers just hang up when they have spoken. */
    static Optional<Deed> left(CallId call, Position last) {
        return last.place() instanceof Place.LeavingVoicemail leaving
                ? Optional.of(deposit(call, leaving.box(), last))
                : Optional.empty();
    }

    private Decision said(Place.LeavingVoicemail leaving, StepOutcome.Recorded recorded, Position position) {
        Duration length =
                recorded.end() == RecordEnd.SILENCE ? recorded.length().minus(SILENCE) : recorded.length();
        return length.compareTo(SHORTEST) < 0
                ? part(Announcement.GOODBYE, position.past("nothing-said"))
                : part(Announcement.VOICEMAIL_SENT, position).doing(deposit(moment.call(), leaving.box(), position));
    }

    private Decision pressed(List<Long> left, String digits, Position position) {
        Deed heard = new Deed.HearVoicemail(left.get(0));
        return switch (digits) {
            case AGAIN -> play(left, List.of(), position).doing(heard);
            case KEEP, NEXT -> next(left, position).doing(heard);
            case DELETE -> next(left, position.past("deleted")).doing(new Deed.DeleteVoicemail(left.get(0)));
            case CALL_BACK -> callBack(left, position).doing(heard);
            default -> {
                Position looped = position.looped();
                yield (looped.loops() > CallFlow.MOST_LOOPS
                                ? part(Announcement.GOODBYE, looped)
                                : ask(List.of(), looped))
                        .doing(heard);
            }
        };
    }

    private Decision next(List<Long> left, Position position) {
        return left.size() == 1
                ? part(Announcement.VOICEMAIL_LAST, position)
                : play(left.subList(1, left.size()), VoicemailWords.next(plan.language()), position);
    }

    /** As if the extension had dialled the caller's number. */
    private Decision callBack(List<Long> left, Position position) {
        String number =
                plan.messages().voicemail(left.get(0)).map(Voicemail::caller).orElse("");
        Optional<ExtensionNumber> owner =
                ExtensionNumber.parse(position.caller().number());
        return number.isEmpty() || owner.isEmpty()
                ? part(Announcement.NOT_AVAILABLE, position)
                : plan.extension(owner.get())
                        .map(extension -> flow.outgoing().dialled(number, extension.who(), position.past("call-back")))
                        .orElseGet(() -> part(Announcement.NOT_AVAILABLE, position));
    }

    private Decision play(List<Long> left, List<Prompt> before, Position position) {
        List<Prompt> words = new ArrayList<>(before);
        plan.messages().voicemail(left.get(0)).ifPresent(message -> words.add(new Prompt.Stored(message.sha256())));
        return ask(words, position.at(new Place.Mailbox(left)));
    }

    private Decision ask(List<Prompt> before, Position position) {
        List<Prompt> words = new ArrayList<>(before);
        words.add(Announcement.VOICEMAIL_MENU.in(plan.language()));
        return position.trail().full()
                ? part(Announcement.GOODBYE, position)
                : new Decision(new Step.Collect(words, 1, PATIENCE, PATIENCE, Optional.empty()), position.answered());
    }

    private Decision part(Announcement words, Position position) {
        return flow.part(words.wordsIn(plan.language()), HangupCause.NORMAL, position);
    }

    private static Deed deposit(CallId call, ExtensionNumber box, Position position) {
        CallerId caller = position.caller();
        boolean shown = caller.presentation() == CallerId.Presentation.ALLOWED;
        return new Deed.DepositVoicemail(new LeftMessage(box, call, shown ? caller.number() : "", name(call)));
    }

    private static RecordingName name(CallId call) {
        return new RecordingName("take-voicemail-" + call);
    }
}
