package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.RecordingSeal;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.Digits;
import ro.clickphone.engine.api.StepOutcome.DigitsEnd;
import ro.clickphone.engine.api.StepOutcome.RecordEnd;
import ro.clickphone.engine.media.MediaEvents.RecordingEnd;

/** The verbs in which a caller is alone with the exchange. */
class PromptVerbsTest {
    private static final Party.PublicNumber CALLER = Room.outside("0216583456");
    private static final Prompt WELCOME = new Prompt.System("welcome", "ro");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Room doing(Step step) {
        return Room.where(call -> step);
    }

    private static StepOutcome outcome(Room room) {
        return room.business.outcomes.get(0);
    }

    // ---- Play ---------------------------------------------------------------------------------------------------

    @Test
    void play_answers_first_when_it_is_to() {
        Room room = doing(new Step.Play(List.of(WELCOME), Step.Answering.ANSWER_FIRST));
        FakePhone caller = room.call(CALLER, "1");
        assertThat(caller.told).containsExactly("answer");
        assertThat(caller.heard()).startsWith("once");
        caller.hasHeardAll();
        assertThat(outcome(room)).isEqualTo(new StepOutcome.Played());
        assertThat(caller.told).contains("hang up NORMAL");
    }

    @Test
    void play_before_the_answer_costs_nothing() {
        Room room = doing(new Step.Play(List.of(WELCOME), Step.Answering.EARLY_MEDIA));
        FakePhone caller = room.call(CALLER, "1");
        assertThat(caller.told).containsExactly("early");
        caller.hasHeardAll();
        assertThat(outcome(room)).isEqualTo(new StepOutcome.Played());
    }

    @Test
    void play_before_the_answer_is_passed_over_when_the_invite_had_no_offer() {
        Room room = doing(new Step.Play(List.of(WELCOME), Step.Answering.EARLY_MEDIA));
        room.call(CALLER, "1", Optional.empty());
        assertThat(outcome(room)).isEqualTo(new StepOutcome.Played());
    }

    @Test
    void caller_who_hangs_up_in_a_prompt_ends_the_call() {
        Room room = doing(new Step.Play(List.of(WELCOME), Step.Answering.ANSWER_FIRST));
        FakePhone caller = room.call(CALLER, "1");
        caller.hangsUp();
        assertThat(room.business.outcomes).isEmpty();
        assertThat(room.records).hasSize(1);
        caller.hasHeardAll();
        assertThat(room.records).hasSize(1);
    }

    /** What the calls log while something is done. */
    private static List<String> logged(Runnable deed) {
        List<String> lines = new ArrayList<>();
        Logger logger = Logger.getLogger(Call.class.getName());
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(ear);
        try {
            deed.run();
        } finally {
            logger.removeHandler(ear);
        }
        return lines;
    }

    @Test
    void keys_that_are_pressed_may_be_a_pin_and_stand_in_no_line_of_the_log() {
        Room room = Room.where(call -> collect(6, Optional.of('#')));
        List<String> lines = logged(() -> room.call(CALLER, "8").presses("731946"));
        assertThat(lines).anyMatch(line -> line.contains("Collect ended")).noneMatch(line -> line.contains("731946"));
    }

    @Test
    void each_step_of_a_call_is_one_line_with_its_id() {
        Room room = Room.where(call -> collect(1, Optional.empty()));
        List<String> lines = logged(() -> room.call(CALLER, "8").presses("1"));
        String id = room.records.get(0).id().toString();
        assertThat(lines).allMatch(line -> line.startsWith("call " + id));
        assertThat(lines)
                .extracting(line -> line.replace("call " + id + " ", "").replaceFirst(" .*", ""))
                .containsExactly("arrived", "does", "Collect", "does", "ended:");
    }

    // ---- Collect ------------------------------------------------------------------------------------------------

    private static Step.Collect collect(int most, Optional<Character> terminator, Prompt... prompts) {
        return new Step.Collect(List.of(prompts), most, Duration.ofSeconds(5), Duration.ofSeconds(2), terminator);
    }

    @Test
    void collect_ends_when_all_digits_came_and_the_first_stops_the_prompt() {
        Room room = doing(collect(2, Optional.empty(), WELCOME));
        FakePhone caller = room.call(CALLER, "1");
        caller.presses("1");
        assertThat(caller.heard()).isEmpty();
        assertThat(room.business.outcomes).isEmpty();
        caller.presses("2");
        assertThat(outcome(room)).isEqualTo(new Digits("12", DigitsEnd.COMPLETE));
    }

    @Test
    void collect_ends_by_its_terminator_or_when_the_next_digit_does_not_come() {
        Room room = doing(collect(8, Optional.of('#')));
        room.call(CALLER, "1").presses("12#");
        assertThat(outcome(room)).isEqualTo(new Digits("12", DigitsEnd.TERMINATED));
        Room slow = doing(collect(8, Optional.of('#')));
        slow.call(CALLER, "1").presses("7");
        slow.pass(Duration.ofMillis(1900));
        assertThat(slow.business.outcomes).isEmpty();
        slow.pass(SECOND);
        assertThat(outcome(slow)).isEqualTo(new Digits("7", DigitsEnd.TIMEOUT));
    }

    @Test
    void collect_waits_for_the_first_digit_from_the_end_of_the_prompt() {
        Room room = doing(collect(1, Optional.empty(), WELCOME));
        FakePhone caller = room.call(CALLER, "1");
        room.pass(Duration.ofSeconds(20));
        assertThat(room.business.outcomes).isEmpty();
        caller.hasHeardAll();
        room.pass(Duration.ofSeconds(6));
        assertThat(outcome(room)).isEqualTo(new Digits("", DigitsEnd.TIMEOUT));
    }

    @Test
    void letters_of_the_keypad_are_no_digits() {
        Room room = doing(collect(1, Optional.empty()));
        FakePhone caller = room.call(CALLER, "1");
        caller.presses("A");
        assertThat(room.business.outcomes).isEmpty();
        caller.sendsKey('*');
        assertThat(outcome(room)).isEqualTo(new Digits("*", DigitsEnd.COMPLETE));
    }

    // ---- Wait ---------------------------------------------------------------------------------------------------

    @Test
    void one_who_waits_hears_words_once_then_music_until_the_time_is_over() {
        Room room = doing(new Step.Wait(List.of(WELCOME), Prompt.Music.DEFAULT, Duration.ofMinutes(5)));
        FakePhone caller = room.call(CALLER, "1");
        assertThat(caller.told).containsExactly("answer");
        assertThat(caller.heard()).startsWith("once");
        caller.hasHeardAll();
        assertThat(caller.heard()).startsWith("again and again");
        room.pass(Duration.ofMinutes(5).plus(SECOND));
        assertThat(outcome(room)).isEqualTo(new StepOutcome.WaitEnded());
    }

    @Test
    void one_who_waits_is_sent_to_an_agent() {
        Room room = doing(new Step.Wait(List.of(), Prompt.Music.DEFAULT, Duration.ofMinutes(5)));
        FakePhone caller = room.call(CALLER, "1");
        room.calls.redirect(
                room.business.arrivals.get(0).id(),
                new CallStep(Room.dial(Room.extension(101)), new FlowState("offered")));
        assertThat(caller.heard()).isEqualTo("RINGBACK");
        FakePhone agent = room.answeredAt(Room.extension(101));
        assertThat(caller.hears(agent)).isTrue();
        room.pass(Duration.ofMinutes(6));
        assertThat(caller.hears(agent)).isTrue();
    }

    // ---- Record -------------------------------------------------------------------------------------------------

    private static Room recording(Optional<Character> terminator) {
        return doing(new Step.Record(
                List.of(WELCOME),
                new RecordingName("m1"),
                new RecordingSeal(new SecretKeySpec(new byte[32], "AES"), "a-key"),
                Duration.ofMinutes(2),
                Optional.of(Duration.ofSeconds(5)),
                terminator));
    }

    @Test
    void record_begins_after_the_beep_and_ends_by_any_key() {
        Room room = recording(Optional.empty());
        FakePhone caller = room.call(CALLER, "1");
        assertThat(caller.heard()).contains("welcome").contains("beep");
        caller.presses("1");
        assertThat(room.business.outcomes).isEmpty();
        caller.hasHeardAll();
        assertThat(caller.ear().recorded).isEqualTo("m1.take");
        caller.ear().length = Duration.ofSeconds(9);
        caller.presses("5");
        assertThat(outcome(room))
                .isEqualTo(
                        new StepOutcome.Recorded(new RecordingName("m1"), Duration.ofSeconds(9), RecordEnd.TERMINATED));
        assertThat(caller.ear().recorded).isEmpty();
    }

    @Test
    void record_with_a_key_of_its_own_ends_by_that_alone() {
        Room room = recording(Optional.of('#'));
        FakePhone caller = room.call(CALLER, "1");
        caller.hasHeardAll();
        caller.presses("5");
        assertThat(room.business.outcomes).isEmpty();
        caller.presses("#");
        assertThat(room.business.outcomes).hasSize(1);
    }

    @Test
    void record_ends_by_silence_by_its_length_and_by_a_full_disk() {
        for (RecordingEnd end : RecordingEnd.values()) {
            Room room = recording(Optional.empty());
            FakePhone caller = room.call(CALLER, "1");
            caller.ear().events.recorded(SECOND, end);
            assertThat(room.business.outcomes).isEmpty();
            caller.hasHeardAll();
            caller.ear().events.recorded(SECOND, end);
            assertThat(outcome(room))
                    .isEqualTo(
                            switch (end) {
                                case SILENCE ->
                                    new StepOutcome.Recorded(new RecordingName("m1"), SECOND, RecordEnd.SILENCE);
                                case TOO_LONG ->
                                    new StepOutcome.Recorded(new RecordingName("m1"), SECOND, RecordEnd.TOO_LONG);
                                case FAILED -> new StepOutcome.Failed("the recording could not be written");
                            });
        }
    }

    @Test
    void caller_who_hangs_up_leaves_the_recording_behind() {
        Room room = recording(Optional.empty());
        FakePhone caller = room.call(CALLER, "1");
        caller.hasHeardAll();
        caller.hangsUp();
        assertThat(caller.ear().recorded).isEmpty();
        assertThat(room.records.get(0).cause()).isEqualTo(HangupCause.NORMAL);
    }

    @Test
    void the_record_of_a_call_waits_until_its_message_is_whole() {
        Room room = recording(Optional.empty());
        FakePhone caller = room.call(CALLER, "1");
        caller.hasHeardAll();
        caller.ear().written = new CompletableFuture<>();
        caller.hangsUp();
        assertThat(room.records).isEmpty();
        assertThat(room.calls.size()).isEqualTo(1);
        caller.ear().written.complete(null);
        assertThat(room.records).hasSize(1);
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void a_message_that_cannot_be_written_costs_no_record() {
        Room room = recording(Optional.empty());
        FakePhone caller = room.call(CALLER, "1");
        caller.hasHeardAll();
        caller.ear().written = CompletableFuture.failedFuture(new IllegalStateException("the disk"));
        caller.hangsUp();
        assertThat(room.records).hasSize(1);
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void a_message_that_was_ended_by_a_key_is_told_when_it_is_whole() {
        Room room = recording(Optional.empty());
        FakePhone caller = room.call(CALLER, "1");
        caller.hasHeardAll();
        caller.ear().written = new CompletableFuture<>();
        caller.presses("5");
        assertThat(room.business.outcomes).isEmpty();
        caller.ear().written.complete(null);
        assertThat(room.business.outcomes).hasSize(1);
    }

    @Test
    void who_hangs_up_while_the_message_is_written_is_asked_no_more() {
        Room room = recording(Optional.empty());
        FakePhone caller = room.call(CALLER, "1");
        caller.hasHeardAll();
        caller.ear().written = new CompletableFuture<>();
        caller.presses("5");
        caller.hangsUp();
        assertThat(room.records).isEmpty();
        caller.ear().written.complete(null);
        assertThat(room.business.outcomes).isEmpty();
        assertThat(room.records).hasSize(1);
    }

    // ---- Join, Echo ---------------------------------------------------------------------------------------------

    private static Room joining(int most) {
        return doing(new Step.Join("room", most, Step.Voice.HEARD));
    }

    @Test
    void conference_is_left_by_the_hash_key_alone() {
        Room room = joining(5);
        FakePhone caller = room.call(CALLER, "1");
        assertThat(room.audio.inRoom("room")).isOne();
        caller.presses("5");
        assertThat(room.business.outcomes).isEmpty();
        room.pass(Duration.ofSeconds(8));
        caller.presses("#");
        assertThat(outcome(room)).isEqualTo(new StepOutcome.Left(Duration.ofSeconds(8)));
        assertThat(room.audio.inRoom("room")).isZero();
    }

    @Test
    void participant_mutes_and_unmutes_by_the_star_key_with_a_tone() {
        Room room = joining(5);
        FakePhone caller = room.call(CALLER, "1");
        assertThat(caller.ear().muted).isFalse();
        caller.presses("*");
        assertThat(caller.ear().muted).isTrue();
        assertThat(caller.ear().warned).isTrue();
        caller.presses("*");
        assertThat(caller.ear().muted).isFalse();
        assertThat(room.audio.inRoom("room")).isOne();
    }

    @Test
    void full_conference_takes_nobody_and_who_hangs_up_makes_room() {
        Room room = joining(2);
        FakePhone first = room.call(CALLER, "1");
        room.call(CALLER, "1");
        room.call(CALLER, "1");
        assertThat(outcome(room)).isEqualTo(new StepOutcome.Failed("the conference is full"));
        first.hangsUp();
        assertThat(room.audio.inRoom("room")).isOne();
        room.call(CALLER, "1");
        assertThat(room.audio.inRoom("room")).isEqualTo(2);
    }

    @Test
    void echo_begins_after_the_words_and_ends_in_time() {
        Room room = doing(new Step.Echo(List.of(WELCOME), Duration.ofMinutes(1)));
        FakePhone caller = room.call(CALLER, "1");
        assertThat(caller.heard()).startsWith("once");
        caller.hasHeardAll();
        assertThat(caller.heard()).isEqualTo("itself");
        room.pass(Duration.ofSeconds(61));
        assertThat(outcome(room)).isEqualTo(new StepOutcome.Played());
    }
}
