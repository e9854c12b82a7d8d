package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Step.TalkLimit;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DialEnded;
import ro.clickphone.engine.api.StepOutcome.DialResult;

/** Phones ring, one answers, two talk, somebody hangs up; and all that comes in between. */
class DialTest {
    private static final Party.Extension CALLER = Room.extension(100);
    private static final Party.Extension ONE = Room.extension(101);
    private static final Party.Extension TWO = Room.extension(102);
    private static final Party.PublicNumber OUTSIDE = Room.outside("+40216583456");

    private static Room dialling(Party... parties) {
        return Room.where(call -> Room.dial(parties));
    }

    private static DialEnded ended(DialResult result, int status) {
        return new DialEnded(result, Optional.empty(), Duration.ZERO, status);
    }

    private static StepOutcome lastOutcome(Room room) {
        return room.business.outcomes.get(room.business.outcomes.size() - 1);
    }

    // ---- ringing ------------------------------------------------------------------------------------------------

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
                Optional.of(new Diversion("103", Diversion.Why.USER_BUSY))));
        FakePhone caller = music.call(CALLER, "101");
        assertThat(caller.told).containsExactly("early");
        assertThat(caller.heard()).startsWith("again and again");
        assertThat(music.rungAt(ONE).invitation.orElseThrow().diversion())
                .contains(new Diversion("103", Diversion.Why.USER_BUSY));
        FakePhone called = music.answeredAt(ONE);
        assertThat(caller.heard()).isEmpty();
        assertThat(caller.hears(called)).isTrue();
    }

    // ---- by preference (q) --------------------------------------------------------------------------------------

    @Test
    void phone_that_is_preferred_less_rings_when_the_first_one_did_not_answer_in_its_share_of_the_time() {
        Room room = dialling(ONE);
        room.devicesPreferred(ONE, 500, 1000, 1000);
        FakePhone caller = room.call(CALLER, "101");
        assertThat(room.invited).extracting(FakePhone::preference).containsExactly(1000, 1000);
        room.invited.get(0).rings();
        room.pass(Duration.ofSeconds(14));
        assertThat(room.invited).hasSize(2);
        room.pass(Duration.ofSeconds(2));
        assertThat(room.invited).extracting(FakePhone::preference).containsExactly(1000, 1000, 500);
        room.invited.get(2).answers();
        assertThat(caller.hears(room.invited.get(2))).isTrue();
        assertThat(room.invited.get(0).told).containsExactly("hang up ANSWERED_ELSEWHERE");
    }

    @Test
    void phone_that_is_preferred_less_rings_at_once_when_the_first_one_is_not_there() {
        Room room = dialling(ONE);
        room.devicesPreferred(ONE, 1000, 500);
        FakePhone caller = room.call(CALLER, "101");
        room.invited.get(0).refuses(480);
        assertThat(room.invited).hasSize(2);
        room.invited.get(1).refuses(486);
        assertThat(caller.told).contains("refuse 486");
    }

    @Test
    void user_who_declines_everywhere_is_not_rung_at_the_next_phone() {
        Room room = dialling(ONE);
        room.devicesPreferred(ONE, 1000, 500);
        FakePhone caller = room.call(CALLER, "101");
        room.invited.get(0).refuses(603);
        assertThat(room.invited).hasSize(1);
        assertThat(caller.told).contains("refuse 603");
    }

    @Test
    void nobody_is_rung_after_the_time_is_over() {
        Room room = dialling(ONE);
        room.devicesPreferred(ONE, 1000, 500, 300);
        FakePhone caller = room.call(CALLER, "101");
        room.pass(Duration.ofSeconds(31));
        assertThat(room.invited).hasSize(3);
        assertThat(caller.told).contains("refuse 480");
        room.pass(Duration.ofSeconds(60));
        assertThat(room.invited).hasSize(3);
    }

    // ---- what is not known of the phones yet --------------------------------------------------------------------

    @Test
    void nobody_is_rung_before_it_is_known_how() {
        Room room = dialling(ONE);
        room.phonesAreUnknown = true;
        FakePhone caller = room.call(CALLER, "101");
        assertThat(room.invited).isEmpty();
        room.businessAnswers();
        assertThat(caller.hears(room.answeredAt(ONE))).isTrue();
    }

    @Test
    void caller_who_hangs_up_before_it_is_known_how_to_ring_leaves_nothing_behind() {
        Room room = dialling(ONE);
        room.phonesAreUnknown = true;
        room.call(CALLER, "101").givesUp();
        room.businessAnswers();
        assertThat(room.invited).isEmpty();
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void call_ends_in_time_when_it_never_becomes_known_how_to_ring() {
        Room room = dialling(ONE);
        room.phonesAreUnknown = true;
        FakePhone caller = room.call(CALLER, "101");
        room.pass(Duration.ofSeconds(31));
        assertThat(caller.told).contains("refuse 480");
        room.businessAnswers();
        assertThat(room.invited).isEmpty();
    }

    // ---- talking ------------------------------------------------------------------------------------------------

    private static FakePhone talk(Room room) {
        FakePhone caller = room.call(CALLER, "101");
        room.answeredAt(ONE);
        return caller;
    }

    @Test
    void called_hangs_up_and_the_business_says_what_follows() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        room.pass(Duration.ofSeconds(12));
        room.rungAt(ONE).hangsUp();
        assertThat(lastOutcome(room))
                .isEqualTo(new DialEnded(DialResult.TALKED, Optional.of(ONE), Duration.ofSeconds(12), 200));
        assertThat(caller.told).contains("hang up NORMAL");
        CallRecord record = room.records.get(0);
        assertThat(record.endedBy()).isEqualTo(CallRecord.Ender.CALLED);
        assertThat(record.progress()).isInstanceOf(Progress.Talked.class);
        assertThat(record.legs()).allMatch(leg -> leg.progress() instanceof Progress.Talked);
    }

    @Test
    void caller_hangs_up() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        caller.hangsUp();
        assertThat(room.rungAt(ONE).told).containsExactly("hang up NORMAL");
        assertThat(room.records.get(0).endedBy()).isEqualTo(CallRecord.Ender.CALLER);
        assertThat(caller.ear().closed).isTrue();
        assertThat(room.rungAt(ONE).ear().closed).isTrue();
    }

    @Test
    void both_hang_up_at_once_and_there_is_one_record() {
        Room room = dialling(ONE);
        room.businessIsSlow = false;
        FakePhone caller = talk(room);
        room.businessIsSlow = true;
        room.rungAt(ONE).hangsUp();
        caller.hangsUp();
        room.businessAnswers();
        assertThat(room.records).hasSize(1);
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void one_who_holds_leaves_music_to_the_other() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        FakePhone called = room.rungAt(ONE);
        called.offers(FakeAudio.HOLD);
        assertThat(called.told).contains("accepted");
        assertThat(caller.hears(called)).isFalse();
        assertThat(caller.heard()).startsWith("again and again");
        assertThat(called.heard()).isEmpty();
        caller.offers(FakeAudio.HOLD);
        assertThat(caller.heard()).isEmpty();
        called.offers("offer");
        assertThat(called.heard()).startsWith("again and again");
        caller.offers("offer");
        assertThat(caller.hears(called)).isTrue();
        assertThat(called.heard()).isEmpty();
    }

    @Test
    void renewed_offer_that_cannot_be_used_changes_nothing() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        caller.offers(FakeAudio.UNUSABLE);
        assertThat(caller.told).contains("refused offer 488");
        assertThat(caller.hears(room.rungAt(ONE))).isTrue();
    }

    @Test
    void both_are_warned_before_the_limit_ends_the_talk() {
        Room room = Room.where(call ->
                ((Step.Dial) Room.dial(ONE)).limitedTo(new TalkLimit(Duration.ofMinutes(10), Duration.ofSeconds(30))));
        FakePhone caller = talk(room);
        FakePhone called = room.rungAt(ONE);
        room.pass(Duration.ofSeconds(569));
        assertThat(caller.ear().warned).isFalse();
        room.pass(Duration.ofSeconds(2));
        assertThat(caller.ear().warned).isTrue();
        assertThat(called.ear().warned).isTrue();
        room.pass(Duration.ofSeconds(30));
        assertThat(called.told).containsExactly("hang up LIMIT");
        assertThat(lastOutcome(room)).isInstanceOfSatisfying(DialEnded.class, ended -> assertThat(ended.result())
                .isEqualTo(DialResult.TALKED));
    }

    @Test
    void limit_can_be_moved_in_the_talk_and_set_before_it() {
        Room room = dialling(ONE);
        FakePhone caller = room.call(CALLER, "101");
        var call = room.business.arrivals.get(0).id();
        room.calls.limitTalk(call, new TalkLimit(Duration.ofSeconds(60), Duration.ZERO));
        FakePhone called = room.answeredAt(ONE);
        room.pass(Duration.ofSeconds(50));
        room.calls.limitTalk(call, new TalkLimit(Duration.ofSeconds(120), Duration.ZERO));
        room.pass(Duration.ofSeconds(60));
        assertThat(caller.hears(called)).isTrue();
        room.pass(Duration.ofSeconds(11));
        assertThat(called.told).containsExactly("hang up LIMIT");
    }

    @Test
    void limit_that_is_over_ends_the_talk_at_once() {
        Room room = dialling(ONE);
        talk(room);
        room.pass(Duration.ofSeconds(50));
        room.calls.limitTalk(
                room.business.arrivals.get(0).id(), new TalkLimit(Duration.ofSeconds(20), Duration.ofSeconds(5)));
        room.pass(Duration.ofMillis(40));
        assertThat(room.rungAt(ONE).told).containsExactly("hang up LIMIT");
    }

    @Test
    void talk_is_recorded_by_command_until_it_ends() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        var call = room.business.arrivals.get(0).id();
        room.calls.startRecording(call, new RecordingName("a1"));
        assertThat(caller.ear().recorded).isEqualTo("a1.wav");
        room.calls.stopRecording(call);
        assertThat(caller.ear().recorded).isEmpty();
        room.calls.startRecording(call, new RecordingName("a2"));
        caller.hangsUp();
        assertThat(caller.ear().recorded).isEmpty();
    }

    @Test
    void redirected_talk_lets_the_called_go() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        room.calls.redirect(
                room.business.arrivals.get(0).id(), new CallStep(Room.dial(TWO), new FlowState("elsewhere")));
        assertThat(room.rungAt(ONE).told).containsExactly("hang up ANSWERED_ELSEWHERE");
        assertThat(caller.heard()).isEqualTo("RINGBACK");
        FakePhone other = room.answeredAt(TWO);
        assertThat(caller.hears(other)).isTrue();
        assertThat(room.business.outcomes).isEmpty();
    }

    @Test
    void call_in_which_nobody_is_heard_any_more_is_ended() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        FakePhone called = room.rungAt(ONE);
        called.ear().silent = Duration.ofSeconds(70);
        room.pass(Duration.ofSeconds(6));
        assertThat(room.calls.size()).isOne();
        caller.ear().silent = Duration.ofSeconds(61);
        room.pass(Duration.ofSeconds(6));
        assertThat(room.records.get(0).cause()).isEqualTo(HangupCause.MEDIA_TIMEOUT);
        assertThat(called.told).containsExactly("hang up MEDIA_TIMEOUT");
    }

    // ---- sent elsewhere -----------------------------------------------------------------------------------------

    private static Room sendingOn() {
        Room room = dialling(ONE);
        room.business.onTransfer = transfer -> transfer.target().equals("102")
                ? new CallStep(Room.dial(TWO), new FlowState("sent on"))
                : transfer.target().equals("101")
                        ? new CallStep(Room.dial(ONE), new FlowState("sent on"))
                        : new CallStep(Step.Reject.with(403), FlowState.NONE);
        return room;
    }

    @Test
    void phone_sends_the_caller_on_as_its_user_may() {
        Room room = sendingOn();
        room.devices(ONE, 2);
        FakePhone caller = room.call(CALLER, "101");
        room.invited.get(0).sendsTo(List.of("102"));
        assertThat(room.business.transfers.get(0).by()).isEqualTo(ONE);
        assertThat(room.business.transfers.get(0).remaining()).isEqualTo(CALLER);
        assertThat(room.invited.get(1).told).containsExactly("hang up ANSWERED_ELSEWHERE");
        FakePhone other = room.rungAt(TWO);
        assertThat(other.invitation.orElseThrow().diversion()).contains(new Diversion("101", Diversion.Why.DEFLECTION));
        assertThat(other.invitation.orElseThrow().from().number()).isEqualTo("100");
        other.answers();
        assertThat(caller.hears(other)).isTrue();
    }

    @Test
    void phone_that_may_not_send_on_was_not_reached() {
        Room room = sendingOn();
        FakePhone caller = room.call(CALLER, "101");
        room.rungAt(ONE).sendsTo(List.of("0900123456"));
        assertThat(lastOutcome(room)).isEqualTo(ended(DialResult.UNAVAILABLE, 480));
        assertThat(caller.told).contains("refuse 480");
    }

    @Test
    void one_of_a_group_sends_nobody_away() {
        Room room = dialling(ONE, TWO);
        FakePhone caller = room.call(CALLER, "600");
        room.rungAt(ONE).sendsTo(List.of("103"));
        assertThat(room.business.transfers).isEmpty();
        FakePhone other = room.answeredAt(TWO);
        assertThat(caller.hears(other)).isTrue();
    }

    @Test
    void phones_that_send_a_caller_to_each_other_come_to_an_end() {
        Room room = sendingOn();
        FakePhone caller = room.call(CALLER, "101");
        for (int i = 0; i < 10 && room.calls.size() > 0; i++) {
            FakePhone last = room.invited.get(room.invited.size() - 1);
            last.sendsTo(List.of(last.party.equals(ONE) ? "102" : "101"));
        }
        assertThat(room.invited).hasSize(6);
        assertThat(caller.told).contains("refuse 480");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void another_phone_of_the_same_user_answers_while_the_business_is_asked() {
        Room room = sendingOn();
        room.devices(ONE, 2);
        FakePhone caller = room.call(CALLER, "101");
        room.businessIsSlow = true;
        room.invited.get(0).sendsTo(List.of("102"));
        room.invited.get(1).answers();
        room.businessAnswers();
        assertThat(caller.hears(room.invited.get(1))).isTrue();
        assertThat(room.invited).hasSize(2);
    }

    @Test
    void carrier_sends_nobody_elsewhere() {
        Room room = dialling(OUTSIDE);
        room.call(CALLER, "0216583456");
        room.rungAt(OUTSIDE).sendsTo(List.of("0900123456"));
        assertThat(room.business.transfers).isEmpty();
        assertThat(room.calls.size()).isZero();
    }
}
