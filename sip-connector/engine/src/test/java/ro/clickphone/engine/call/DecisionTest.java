package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;

/** What a call does with what the business says: its last words, and words that come late, in between or not at all. */
class DecisionTest {
    private static final Party.PublicNumber CALLER = Room.outside("0216583456");
    private static final Prompt WELCOME = new Prompt.System("welcome", "ro");

    private static Room doing(Step step) {
        return Room.where(call -> step);
    }

    // ---- Reject, HangUp -----------------------------------------------------------------------------------------

    @Test
    void unanswered_call_is_refused_with_the_status_and_nothing_else() {
        Room room = doing(Step.Reject.with(404));
        FakePhone caller = room.call(CALLER, "1");
        assertThat(caller.told).contains("refuse 404").doesNotContain("answer", "early");
        assertThat(room.records.get(0).cause()).isEqualTo(HangupCause.UNAVAILABLE);
        assertThat(room.records.get(0).legs().get(0).status()).isEqualTo(404);
    }

    @Test
    void announcement_is_heard_before_the_refusal() {
        Room room = doing(new Step.Reject(486, Optional.of(WELCOME)));
        FakePhone caller = room.call(CALLER, "1");
        assertThat(caller.told).containsExactly("early");
        assertThat(room.records).isEmpty();
        caller.hasHeardAll();
        assertThat(caller.told).contains("refuse 486");
        assertThat(room.records.get(0).cause()).isEqualTo(HangupCause.BUSY);
    }

    @Test
    void announcement_that_never_ends_does_not_keep_the_call() {
        Room room = doing(new Step.Reject(486, Optional.of(WELCOME)));
        FakePhone caller = room.call(CALLER, "1");
        room.pass(Duration.ofSeconds(61));
        assertThat(caller.told).contains("refuse 486");
    }

    @Test
    void answered_caller_hears_the_busy_tone_and_is_hung_up() {
        Room room = after(outcome -> Step.Reject.with(486));
        FakePhone caller = room.call(CALLER, "1");
        caller.hasHeardAll();
        assertThat(caller.heard()).isEqualTo("BUSY");
        room.pass(Duration.ofSeconds(5));
        assertThat(caller.told).contains("hang up BUSY");
        Room other = after(outcome -> Step.Reject.with(503));
        FakePhone unlucky = other.call(CALLER, "1");
        unlucky.hasHeardAll();
        assertThat(unlucky.heard()).isEqualTo("CONGESTION");
    }

    @Test
    void hang_up_ends_an_answered_call_and_refuses_another() {
        Room room = doing(new Step.HangUp(HangupCause.NORMAL));
        FakePhone caller = room.call(CALLER, "1");
        assertThat(caller.told).containsExactly("hang up NORMAL");
        assertThat(room.records).hasSize(1);
    }

    private static Room after(Function<StepOutcome, Step> next) {
        Function<IncomingCall, Step> first = call -> new Step.Play(List.of(WELCOME), Step.Answering.ANSWER_FIRST);
        return new Room(first, next);
    }

    // ---- asking -------------------------------------------------------------------------------------------------

    @Test
    void business_that_does_not_answer_in_time_is_not_waited_for() {
        Room room = doing(Step.Reject.with(404));
        room.businessIsSlow = true;
        FakePhone caller = room.call(CALLER, "1");
        room.pass(Duration.ofSeconds(5));
        assertThat(caller.told).contains("refuse 503");
        assertThat(room.records.get(0).cause()).isEqualTo(HangupCause.NO_DECISION);
        room.businessAnswers();
        assertThat(room.records).hasSize(1);
    }

    @Test
    void answered_caller_is_not_left_in_silence_by_a_business_that_fails() {
        Room room = after(outcome -> {
            throw new IllegalStateException("the database is away");
        });
        FakePhone caller = room.call(CALLER, "1");
        caller.hasHeardAll();
        assertThat(caller.heard()).contains("fault");
        caller.hasHeardAll();
        assertThat(caller.told).contains("hang up NO_DECISION");
    }

    @Test
    void caller_gives_up_while_the_business_thinks() {
        Room room = doing(Room.dial(Room.extension(101)));
        room.businessIsSlow = true;
        FakePhone caller = room.call(CALLER, "1");
        caller.givesUp();
        room.businessAnswers();
        assertThat(room.invited).isEmpty();
        assertThat(room.records.get(0).cause()).isEqualTo(HangupCause.CANCELLED);
    }

    @Test
    void order_that_comes_before_the_decision_replaces_it() {
        Room room = doing(Step.Reject.with(404));
        room.businessIsSlow = true;
        room.call(CALLER, "1");
        room.calls.redirect(arrivalOf(room), new CallStep(Room.dial(Room.extension(101)), new FlowState("ordered")));
        room.businessAnswers();
        room.answeredAt(Room.extension(101));
        assertThat(room.records).isEmpty();
    }

    private static ro.clickphone.engine.api.CallId arrivalOf(Room room) {
        return room.calls.snapshots().get(0).arrival().id();
    }

    @Test
    void call_is_hung_up_by_command() {
        Room room = doing(new Step.Wait(List.of(), Prompt.Music.DEFAULT, Duration.ofMinutes(5)));
        FakePhone caller = room.call(CALLER, "1");
        room.calls.hangUp(arrivalOf(room), HangupCause.ADMINISTRATIVE);
        assertThat(caller.told).contains("hang up ADMINISTRATIVE");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void record_of_a_running_call_can_be_taken_at_any_moment() {
        Room room = doing(new Step.Wait(List.of(), Prompt.Music.DEFAULT, Duration.ofMinutes(5)));
        room.call(CALLER, "1");
        assertThat(room.calls.unfinished()).hasSize(1);
        assertThat(room.calls.unfinished().get(0).cause()).isEqualTo(HangupCause.FAULT);
        assertThat(room.calls.size()).isOne();
    }
}
