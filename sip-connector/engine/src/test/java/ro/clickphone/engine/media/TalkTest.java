package ro.clickphone.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.media.LegMedia.Tone;

/** Two phones on loopback and the engine between them. */
class TalkTest extends TwoPhones {
    TalkTest() {
        super(42_100);
    }

    private void agree(String callersFormats, String calledsFormats) throws Exception {
        calledsLeg.accept(called.to(calledsLeg.offer(List.of())).offer(calledsFormats.split(" ")));
        caller.to(callersLeg.answer(
                caller.offer(callersFormats.split(" ")),
                List.of(calledsLeg.codec().orElseThrow())));
    }

    /** Joined for sure: something was heard. */
    private void joinAndHear() {
        engine.join(callersLeg, calledsLeg);
        called.says(1100);
        caller.hears(1100);
    }

    @Test
    void both_hear_each_other_and_only_each_other() throws Exception {
        agree("8 101", "8 101");
        engine.join(callersLeg, calledsLeg);
        caller.says(700);
        called.says(1100);
        called.hears(700);
        caller.hears(1100);
        assertThat(caller.shareOf(700)).isLessThan(0.05);
        assertThat(called.shareOf(1100)).isLessThan(0.05);
    }

    @Test
    void figures_count_what_was_heard() throws Exception {
        agree("8 101", "8 101");
        engine.join(callersLeg, calledsLeg);
        caller.says(700);
        called.hears(700);
        await().until(() ->
                callersLeg.report().received() >= 20 && calledsLeg.report().sent() >= 20);
        assertThat(callersLeg.report().codec()).isEqualTo("PCMA");
        assertThat(callersLeg.report().lost()).isZero();
    }

    @Test
    void tone_then_talk_is_one_stream_without_gap() throws Exception {
        agree("8 101", "8 101");
        callersLeg.tone(Tone.RINGBACK);
        caller.hears(450);
        called.says(1100);
        engine.join(callersLeg, calledsLeg);
        caller.hears(1100);
        List<Phone.Heard> heard = List.copyOf(caller.heard());
        for (int i = 1; i < heard.size(); i++) {
            assertThat(heard.get(i).ssrc()).isEqualTo(heard.get(0).ssrc());
            assertThat((heard.get(i).sequence() - heard.get(i - 1).sequence()) & 0xFFFF)
                    .isEqualTo(1);
            assertThat(heard.get(i).timestamp() - heard.get(i - 1).timestamp()).isBetween(160, 80_000);
        }
    }

    @Test
    void parted_legs_hear_nothing_of_each_other() throws Exception {
        agree("8 101", "8 101");
        engine.join(callersLeg, calledsLeg);
        caller.says(700);
        called.hears(700);
        engine.part(callersLeg, calledsLeg);
        await().until(() -> {
            long before = calledsLeg.report().sent();
            long received = callersLeg.report().received();
            await().until(() -> callersLeg.report().received() > received + 10);
            return calledsLeg.report().sent() == before;
        });
    }

    @Test
    void legs_of_different_loops_can_be_joined() throws Exception {
        for (int i = 0; i < 8; i++) {
            LegMedia other = engine.open(CallId.random(), MediaTerms.PLAIN, calledsCall);
            try (Phone third = new Phone();
                    Phone fourth = new Phone()) {
                LegMedia one = engine.open(CallId.random(), MediaTerms.PLAIN, callersCall);
                third.to(other.answer(third.offer("8"), List.of()));
                fourth.to(one.answer(fourth.offer("8"), List.of()));
                engine.join(one, other);
                third.says(500);
                fourth.says(900);
                third.hears(900);
                fourth.hears(500);
                one.close();
                other.close();
            }
        }
    }

    @Test
    void stranger_is_neither_heard_nor_sent_to() throws Exception {
        agree("8 101", "8 101");
        engine.join(callersLeg, calledsLeg);
        caller.says(700);
        called.hears(700);
        try (Phone stranger = new Phone()) {
            stranger.to("m=audio " + caller.target().getPort() + " ");
            stranger.says(2000);
            called.hears(700);
            long received = callersLeg.report().received();
            await().until(() -> callersLeg.report().received() > received + 50);
            assertThat(called.shareOf(2000)).isLessThan(0.05);
            assertThat(stranger.heard()).isEmpty();
        }
    }

    @Test
    void key_is_told_once_though_its_end_is_lost_and_passes_to_the_other_type() throws Exception {
        agree("8 96", "8 101");
        joinAndHear();
        for (int i = 0; i < 5; i++) {
            caller.send(96, i == 0, 100 + i, 5000, new byte[] {5, 10, 0, (byte) (i * 16)});
        }
        caller.send(96, true, 105, 9000, new byte[] {11, 10, 0, 16});
        assertThat(callersCall.next()).isEqualTo("digit 5");
        await().until(() -> called.heard().size() == 6);
        assertThat(called.heard()).allMatch(packet -> packet.type() == 101);
        assertThat(callersCall.rest().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void keys_in_messages_reach_the_other_phone() throws Exception {
        agree("8 101", "8 101");
        joinAndHear();
        calledsLeg.keyInMessage('7');
        calledsLeg.keyInMessage('#');
        await().until(() -> keysHeard().stream()
                        .filter(p -> p.payload()[0] == 11 && (p.payload()[1] & 0x80) != 0)
                        .count()
                == 3);
        assertThat(keysHeard()).filteredOn(Phone.Heard::marker).hasSize(2);
        assertThat(keysHeard().stream().map(Phone.Heard::timestamp).distinct()).hasSize(2);
    }

    private List<Phone.Heard> keysHeard() {
        return caller.heard().stream().filter(packet -> packet.type() == 101).toList();
    }

    /** A call answered on a busy machine was ended at once, as if nobody had spoken since the machine was switched on. */
    @Test
    void leg_that_has_just_been_answered_has_not_been_silent_for_long() throws Exception {
        for (int time = 0; time < 50; time++) {
            agree("8 101", "8 101");
            assertThat(callersLeg.silentFor()).isLessThan(Media.LONGEST_SILENCE);
        }
    }

    @Test
    void held_leg_is_not_sent_to_and_its_silence_is_no_fault() throws Exception {
        agree("8 101", "8 101");
        engine.join(callersLeg, calledsLeg);
        called.says(1100);
        caller.hears(1100);
        String answer = callersLeg.answer(caller.sdp("sendonly", "8", "101"), List.of());
        assertThat(answer).contains("a=recvonly");
        assertThat(callersLeg.isHeld()).isTrue();
        assertThat(callersLeg.silentFor()).isZero();
        await().until(() -> {
            int before = caller.heard().size();
            long received = calledsLeg.report().received();
            await().until(() -> calledsLeg.report().received() > received + 10);
            return caller.heard().size() == before;
        });
        callersLeg.answer(caller.sdp("sendrecv", "8", "101"), List.of());
        caller.hearsNoMore(0).hears(1100);
    }

    @Test
    void codec_that_only_phones_speak_passes_untouched() throws Exception {
        calledsLeg.accept(called.to(calledsLeg.offer(List.of("G729"))).offer("18"));
        String answer = callersLeg.answer(caller.offer("8", "18"), List.of("G729"));
        assertThat(answer).contains("G729/8000").doesNotContain("PCMA");
        caller.to(answer);
        engine.join(callersLeg, calledsLeg);
        await().until(() -> {
            caller.send(18, false, 1, 160, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
            return !called.heard().isEmpty();
        });
        assertThat(called.heard().get(0).payload()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void ports_rest_before_they_are_given_out_again() {
        int free = engine.freePorts();
        callersLeg.close();
        callersLeg.close();
        assertThat(engine.freePorts()).isEqualTo(free);
        await().until(() -> engine.freePorts() == free + 1);
    }

    @Test
    void echo_lets_the_caller_hear_the_own_voice() throws Exception {
        caller.to(callersLeg.answer(caller.offer(), List.of()));
        callersLeg.echo();
        caller.says(620);
        caller.hears(620);
    }

    @Test
    void prompt_is_told_when_it_was_heard_and_a_missing_one_at_once() throws Exception {
        caller.to(callersLeg.answer(caller.offer(), List.of()));
        callersLeg.play(List.of(new Prompt.System("beep", "ro"), new Prompt.System("beep", "ro")));
        caller.hears(1000);
        assertThat(callersCall.next()).isEqualTo("played");
        await().until(() -> caller.heard().size() == 30);
        callersLeg.play(List.of(new Prompt.Stored("0".repeat(64))));
        assertThat(callersCall.next()).isEqualTo("played");
    }

    @Test
    void prompt_that_was_stopped_is_not_told() throws Exception {
        caller.to(callersLeg.answer(caller.offer(), List.of()));
        callersLeg.play(List.of(new Prompt.System("menu", "ro")));
        await().until(() -> !caller.heard().isEmpty());
        callersLeg.stop();
        callersLeg.tone(Tone.BUSY);
        caller.hears(450);
        assertThat(callersCall.rest()).isEmpty();
    }

    @Test
    void fax_in_the_audio_passes_octet_by_octet_with_its_gaps() throws Exception {
        agree("8 101", "8 101");
        joinAndHear();
        for (int i = 0; i < 50; i++) {
            if (i % 7 != 3) {
                byte[] signal = new byte[160];
                new Random(i).nextBytes(signal);
                caller.send(Phone.PCMA, false, 1000 + i, 160 * i, signal);
            }
        }
        List<Integer> sent =
                IntStream.range(0, 50).filter(i -> i % 7 != 3).boxed().toList();
        await().until(() -> called.heard().size() >= sent.size());
        List<Phone.Heard> heard = List.copyOf(called.heard());
        for (int n = 0; n < sent.size(); n++) {
            byte[] signal = new byte[160];
            new Random(sent.get(n)).nextBytes(signal);
            assertThat(heard.get(n).payload()).isEqualTo(signal);
            assertThat(heard.get(n).sequence() - heard.get(0).sequence() & 0xFFFF)
                    .isEqualTo(sent.get(n));
        }
    }
}
