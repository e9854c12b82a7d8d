package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Step.TalkLimit;
import ro.clickphone.engine.api.StepOutcome.DialEnded;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.engine.api.TalkRecording;

/** Two talk, hold, are warned and cut, hang up. */
class TalkingTest extends DialScene {
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

    /** A bank's menu asked for a key, and those of a phone that tells them by INFO never came there. */
    @Test
    void key_that_a_phone_tells_by_info_reaches_the_other_one() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        caller.sendsKey('5');
        caller.sendsKey('#');
        assertThat(room.rungAt(ONE).ear().keys).isEqualTo("5#");
        room.rungAt(ONE).sendsKey('1');
        assertThat(caller.ear().keys).isEqualTo("1");
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
        room.calls.startRecording(call, recording("a1", List.of()));
        assertThat(caller.ear().recorded).isEqualTo("a1.talk");
        assertThat(caller.ear().over).isEmpty();
        room.calls.stopRecording(call);
        assertThat(caller.ear().recorded).isEmpty();
        room.calls.startRecording(call, recording("a2", List.of()));
        caller.hangsUp();
        assertThat(caller.ear().recorded).isEmpty();
    }

    @Test
    void both_hear_that_they_are_recorded() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        List<Prompt> words = List.of(new Prompt.System("call-recorded", "ro"));
        room.calls.startRecording(room.business.arrivals.get(0).id(), recording("a3", words));
        assertThat(caller.ear().over).isEqualTo(words);
        assertThat(room.rungAt(ONE).ear().over).isEqualTo(words);
        assertThat(caller.hears(room.rungAt(ONE))).isTrue();
    }

    @Test
    void nothing_is_recorded_until_both_have_heard_the_words_to_their_end() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        var call = room.business.arrivals.get(0).id();
        List<Prompt> words = List.of(new Prompt.System("call-recorded", "ro"));
        room.calls.startRecording(call, recording("a4", words));
        assertThat(caller.ear().recorded).isEmpty();
        caller.ear().afterWords.run();
        assertThat(caller.ear().recorded).isEmpty();
        room.rungAt(ONE).ear().afterWords.run();
        assertThat(caller.ear().recorded).isEqualTo("a4.talk");
    }

    @Test
    void recording_that_was_stopped_while_its_words_were_heard_does_not_begin() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        var call = room.business.arrivals.get(0).id();
        room.calls.startRecording(call, recording("a5", List.of(new Prompt.System("call-recorded", "ro"))));
        room.calls.stopRecording(call);
        caller.ear().afterWords.run();
        room.rungAt(ONE).ear().afterWords.run();
        assertThat(caller.ear().recorded).isEmpty();
    }

    @Test
    void extension_has_the_digits_of_a_card_left_out_of_the_recording_and_both_are_told() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        FakePhone called = room.rungAt(ONE);
        room.calls.startRecording(room.business.arrivals.get(0).id(), recording("a6", List.of()));
        called.presses("4*1");
        assertThat(caller.ear().resting).isFalse();
        called.presses("**1");
        assertThat(caller.ear().resting).isTrue();
        assertThat(caller.ear().over).containsExactly(new Prompt.System("recording-stopped", "ro"));
        assertThat(called.ear().over).isEqualTo(caller.ear().over);
        called.presses("**2");
        assertThat(caller.ear().over).containsExactly(new Prompt.System("recording-started", "ro"));
        assertThat(caller.ear().resting).as("until both have heard it").isTrue();
        caller.ear().afterWords.run();
        called.ear().afterWords.run();
        assertThat(caller.ear().resting).isFalse();
        assertThat(caller.ear().recorded).isEqualTo("a6.talk");
    }

    @Test
    void recording_that_rests_again_before_its_words_are_over_rests() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        FakePhone called = room.rungAt(ONE);
        room.calls.startRecording(room.business.arrivals.get(0).id(), recording("a7", List.of()));
        called.presses("**1**2");
        Runnable heard = caller.ear().afterWords;
        Runnable heardToo = called.ear().afterWords;
        called.presses("**1");
        heard.run();
        heardToo.run();
        assertThat(caller.ear().resting).isTrue();
    }

    @Test
    void wish_that_comes_while_the_words_are_heard_counts() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        FakePhone called = room.rungAt(ONE);
        List<Prompt> words = List.of(new Prompt.System("call-recorded", "ro"));
        room.calls.startRecording(room.business.arrivals.get(0).id(), recording("a8", words));
        Runnable heard = caller.ear().afterWords;
        Runnable heardToo = called.ear().afterWords;
        called.presses("**1");
        heard.run();
        heardToo.run();
        assertThat(caller.ear().resting).isTrue();
    }

    /** What is to be left out does not begin to be recorded because somebody else takes part. */
    @Test
    void recording_that_rests_still_rests_when_the_next_one_has_the_talk() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        var call = room.business.arrivals.get(0).id();
        room.calls.startRecording(call, recording("a9", List.of()));
        room.rungAt(ONE).presses("**1");
        room.calls.redirect(call, new CallStep(Room.dial(TWO), new FlowState("elsewhere")));
        FakePhone next = room.answeredAt(TWO);
        caller.ear().resting = false;
        room.calls.startRecording(call, recording("a10", List.of()));
        assertThat(caller.ear().recorded).isEqualTo("a10.talk");
        assertThat(caller.ear().resting).isTrue();
        assertThat(next.ear().over).containsExactly(new Prompt.System("recording-stopped", "ro"));
        next.presses("**2");
        caller.ear().afterWords.run();
        next.ear().afterWords.run();
        assertThat(caller.ear().resting).isFalse();
        assertThat(kinds(room)).containsSubsequence(LegEvent.Kind.RECORDING_RESTS, LegEvent.Kind.RECORDING_GOES_ON);
    }

    private static List<LegEvent.Kind> kinds(Room room) {
        return room.business.legEvents.stream().map(LegEvent::kind).toList();
    }

    static TalkRecording recording(String name, List<Prompt> words) {
        return recording(name, words, Set.of());
    }

    private static TalkRecording recording(String name, List<Prompt> words, Set<String> never) {
        RecordingSeal seal = new RecordingSeal(new SecretKeySpec(new byte[32], "AES"), "a-key");
        return new TalkRecording(new RecordingName(name), seal, words, never);
    }

    @Test
    void talk_with_an_extension_that_is_never_recorded_is_not_and_nobody_hears_that_it_were() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        List<Prompt> words = List.of(new Prompt.System("call-recorded", "ro"));
        room.calls.startRecording(
                room.business.arrivals.get(0).id(),
                recording("a11", words, Set.of(ONE.who().user())));
        assertThat(caller.ear().recorded).isEmpty();
        assertThat(caller.ear().over).isEmpty();
    }

    @Test
    void recording_ends_when_the_talk_is_handed_on_to_an_extension_that_is_never_recorded() {
        Room room = dialling(ONE);
        FakePhone caller = talk(room);
        var call = room.business.arrivals.get(0).id();
        Set<String> never = Set.of(TWO.who().user());
        room.calls.startRecording(call, recording("a12", List.of(), never));
        assertThat(caller.ear().recorded).isEqualTo("a12.talk");
        room.calls.redirect(call, new CallStep(Room.dial(TWO), new FlowState("elsewhere")));
        room.answeredAt(TWO);
        caller.ear().recorded = "";
        room.calls.startRecording(call, recording("a13", List.of(), never));
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
}
