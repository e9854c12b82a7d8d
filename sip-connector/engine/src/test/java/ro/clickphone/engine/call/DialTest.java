package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome.DialResult;

/** Phones ring, one answers, or none; and all that comes in between. */
class DialTest extends DialScene {
    @Test
    void caller_hears_its_own_phones_tone_and_is_answered_by_the_called() {
        Room room = dialling(ONE);
        FakePhone caller = room.call(CALLER, "101");
        assertThat(caller.told).isEmpty();
        FakePhone called = room.rungAt(ONE);
        called.rings();
        called.rings();
        assertThat(caller.told).containsExactly("ring", "ring");
        called.answers();
        assertThat(caller.told).containsExactly("ring", "ring", "answer");
        assertThat(caller.hears(called)).isTrue();
        assertThat(room.business.legEvents)
                .extracting(LegEvent::kind)
                .containsSubsequence(
                        LegEvent.Kind.STARTED, LegEvent.Kind.RINGING, LegEvent.Kind.ANSWERED, LegEvent.Kind.TALKING);
    }

    @Test
    void first_of_many_phones_wins_and_the_others_are_told_why() {
        Room room = dialling(ONE, TWO);
        room.devices(ONE, 2);
        FakePhone caller = room.call(CALLER, "600");
        assertThat(room.invited).hasSize(3);
        room.invited.forEach(FakePhone::rings);
        FakePhone winner = room.invited.get(1);
        winner.answers();
        assertThat(room.invited.get(0).told).containsExactly("hang up ANSWERED_ELSEWHERE");
        assertThat(room.invited.get(2).told).containsExactly("hang up ANSWERED_ELSEWHERE");
        assertThat(winner.told).isEmpty();
        assertThat(caller.hears(winner)).isTrue();
    }

    @Test
    void second_answer_that_crossed_the_cancel_is_hung_up() {
        Room room = dialling(ONE, TWO);
        FakePhone caller = room.call(CALLER, "600");
        FakePhone winner = room.answeredAt(ONE);
        FakePhone late = room.rungAt(TWO);
        late.answers();
        assertThat(late.told).containsExactly("hang up ANSWERED_ELSEWHERE");
        assertThat(caller.hears(winner)).isTrue();
        late.hangsUp();
        assertThat(caller.hears(winner)).isTrue();
    }

    @Test
    void caller_who_gives_up_while_it_rings_leaves_nobody_ringing() {
        Room room = dialling(ONE, TWO);
        FakePhone caller = room.call(CALLER, "600");
        room.rungAt(ONE).rings();
        caller.givesUp();
        assertThat(room.rungAt(ONE).told).containsExactly("hang up CANCELLED");
        assertThat(room.rungAt(TWO).told).containsExactly("hang up CANCELLED");
        CallRecord record = room.records.get(0);
        assertThat(record.cause()).isEqualTo(HangupCause.CANCELLED);
        assertThat(record.endedBy()).isEqualTo(CallRecord.Ender.CALLER);
        assertThat(record.progress()).isEqualTo(new Progress.Unanswered());
        assertThat(room.calls.size()).isZero();
        assertThat(room.business.outcomes).isEmpty();
    }

    @Test
    void answer_that_crosses_the_callers_cancel_is_hung_up() {
        Room room = dialling(ONE);
        FakePhone caller = room.call(CALLER, "101");
        FakePhone called = room.rungAt(ONE);
        caller.givesUp();
        called.answers();
        assertThat(caller.told).doesNotContain("answer");
        assertThat(called.told).contains("hang up CANCELLED");
        assertThat(room.records).hasSize(1);
    }

    @Test
    void nobody_answers_in_time() {
        Room room = dialling(ONE, TWO);
        FakePhone caller = room.call(CALLER, "600");
        room.rungAt(ONE).rings();
        room.pass(Duration.ofSeconds(31));
        assertThat(lastOutcome(room)).isEqualTo(ended(DialResult.NO_ANSWER, 0));
        assertThat(room.rungAt(ONE).told).containsExactly("hang up NO_ANSWER");
        assertThat(caller.told).contains("refuse 480");
    }

    @Test
    void phone_that_says_nothing_was_not_reached() {
        Room room = dialling(ONE);
        room.call(CALLER, "101");
        room.pass(Duration.ofSeconds(31));
        assertThat(lastOutcome(room)).isEqualTo(ended(DialResult.UNAVAILABLE, 0));
    }

    @Test
    void nobody_registered_is_told_at_once() {
        Room room = dialling(ONE);
        room.devices(ONE, 0);
        FakePhone caller = room.call(CALLER, "101");
        assertThat(lastOutcome(room)).isEqualTo(ended(DialResult.UNAVAILABLE, 0));
        assertThat(caller.told).contains("refuse 480");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void busy_is_worth_more_than_absent_and_refused_less_than_busy() {
        Room room = dialling(ONE, TWO, OUTSIDE);
        FakePhone caller = room.call(CALLER, "600");
        room.rungAt(ONE).refuses(404);
        room.rungAt(TWO).refuses(486);
        assertThat(room.business.outcomes).isEmpty();
        room.rungAt(OUTSIDE).refuses(603);
        assertThat(lastOutcome(room)).isEqualTo(ended(DialResult.BUSY, 486));
        assertThat(caller.told).contains("refuse 486");
        assertThat(room.records.get(0).legs()).extracting(LegRecord::status).containsExactly(486, 404, 486, 603);
    }

    @Test
    void failing_network_is_told_apart_from_a_refusal() {
        for (int status : List.of(500, 503, 488)) {
            Room room = dialling(OUTSIDE);
            room.call(CALLER, "0216583456");
            room.rungAt(OUTSIDE).refuses(status);
            assertThat(lastOutcome(room)).isEqualTo(ended(DialResult.FAILED, status));
        }
        Room room = dialling(OUTSIDE);
        room.call(CALLER, "0216583456");
        room.rungAt(OUTSIDE).refuses(403);
        assertThat(lastOutcome(room)).isEqualTo(ended(DialResult.REJECTED, 403));
    }

    @Test
    void called_whose_answer_cannot_be_used_is_let_go_and_the_others_ring_on() {
        Room room = dialling(ONE, TWO);
        FakePhone caller = room.call(CALLER, "600");
        room.rungAt(ONE).answersWith(FakeAudio.UNUSABLE);
        assertThat(room.rungAt(ONE).told).containsExactly("hang up FAULT");
        FakePhone other = room.answeredAt(TWO);
        assertThat(caller.hears(other)).isTrue();
    }

    @Test
    void callers_offer_without_a_common_codec_is_refused() {
        Room room = dialling(ONE);
        FakePhone caller = room.call(CALLER, "101", Optional.of(FakeAudio.UNUSABLE));
        assertThat(caller.told).contains("refuse 488");
        assertThat(room.invited).isEmpty();
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void call_is_refused_when_no_port_is_left_for_the_caller_and_fails_when_none_is_for_the_called() {
        Room room = dialling(ONE);
        room.audio.portsLeft = 0;
        assertThat(room.call(CALLER, "101").told).contains("refuse 503");
        room.audio.portsLeft = 1;
        room.call(CALLER, "101");
        assertThat(lastOutcome(room)).isEqualTo(ended(DialResult.FAILED, 503));
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void offer_comes_with_our_answer_when_the_invite_had_none() {
        Room room = dialling(ONE);
        FakePhone caller = room.call(CALLER, "101", Optional.empty());
        FakePhone called = room.answeredAt(ONE);
        assertThat(caller.told).contains("answer");
        caller.acknowledges(Optional.of("answer"));
        assertThat(caller.hears(called)).isTrue();
    }

    @Test
    void ack_without_the_answer_to_our_offer_ends_the_call() {
        Room room = dialling(ONE);
        FakePhone caller = room.call(CALLER, "101", Optional.empty());
        FakePhone called = room.answeredAt(ONE);
        caller.acknowledges(Optional.empty());
        assertThat(caller.told).contains("hang up FAULT");
        assertThat(called.told).contains("hang up FAULT");
        assertThat(room.records.get(0).endedBy()).isEqualTo(CallRecord.Ender.EXCHANGE);
    }

    @Test
    void carriers_announcement_is_heard_before_the_answer_when_it_rings_alone() {
        Room room = dialling(OUTSIDE);
        FakePhone caller = room.call(CALLER, "0216583456");
        FakePhone called = room.rungAt(OUTSIDE);
        called.speaksEarly("answer");
        assertThat(caller.told).contains("early");
        assertThat(caller.hears(called)).isTrue();
        called.refuses(486);
        assertThat(caller.told).contains("refuse 486");
    }

    @Test
    void announcement_of_one_of_many_is_not_heard() {
        Room room = dialling(ONE, OUTSIDE);
        FakePhone caller = room.call(CALLER, "600");
        room.rungAt(OUTSIDE).speaksEarly("answer");
        assertThat(caller.told).containsExactly("ring");
    }

    @Test
    void music_is_heard_early_when_asked_for_and_a_tone_when_answered_already() {
        Room music = Room.where(call -> new Step.Dial(
                List.of(ONE),
                Duration.ofSeconds(20),
                CallerId.of("100"),
                new Step.CallerHears.Music(Prompt.Music.DEFAULT),
                Optional.empty(),
                Optional.of(new Diversion("103", Diversion.Why.USER_BUSY)),
                Optional.empty()));
        FakePhone caller = music.call(CALLER, "101");
        assertThat(caller.told).containsExactly("early");
        assertThat(caller.heard()).startsWith("again and again");
        assertThat(music.rungAt(ONE).invitation.orElseThrow().diversion())
                .contains(new Diversion("103", Diversion.Why.USER_BUSY));
        FakePhone called = music.answeredAt(ONE);
        assertThat(caller.heard()).isEmpty();
        assertThat(caller.hears(called)).isTrue();
    }
}
