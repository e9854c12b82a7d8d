package ro.clickphone.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.audio.G711;

/** A phone that sends nothing in its pauses but how loud the silence is (RFC 3389). */
class SilenceTest extends TwoPhones {
    private static final int NOISE = 13;
    private static final byte LEVEL = 40;

    SilenceTest() {
        super(42_200);
    }

    private void agree(String callersFormats, String calledsFormats) throws Exception {
        String offer = caller.offer(callersFormats.split(" "));
        caller.to(callersLeg.answer(offer, List.of("PCMA")));
        String offered = called.to(calledsLeg.offer(callersLeg.farCodecs())).offer(calledsFormats.split(" "));
        calledsLeg.accept(offered);
        engine.join(callersLeg, calledsLeg);
        called.says(1100);
        caller.hears(1100);
    }

    private void speaksFirst(int packets) {
        for (int i = 0; i < packets; i++) {
            byte[] sound = new byte[160];
            G711.ALAW.encode(new short[160], 160, sound);
            caller.send(Phone.PCMA, i == 0, 100 + i, 160 * i, sound);
        }
    }

    @Test
    void silence_is_offered_to_whom_the_caller_talks_with_and_to_nobody_else() throws Exception {
        assertThat(callersLeg.answer(caller.offer("8", "13", "101"), List.of())).contains("RTP/AVP 8 13 101");
        assertThat(calledsLeg.offer(callersLeg.farCodecs())).contains(" 13 101").contains("a=rtpmap:13 CN/8000");
        LegMedia other = engine.open(CallId.random(), MediaTerms.PLAIN, callersCall);
        assertThat(other.answer(caller.offer("8", "101"), List.of())).contains("RTP/AVP 8 101");
        assertThat(other.farCodecs()).doesNotContain("CN");
        assertThat(other.answer(caller.offer("13", "8"), List.of())).contains("RTP/AVP 8 13");
    }

    @Test
    void phone_that_offers_silence_alone_offers_no_audio() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> callersLeg.answer(caller.offer("13"), List.of()))
                .isInstanceOf(Media.UnusableSdpException.class);
    }

    @Test
    void silence_passes_as_it_is_where_both_know_it() throws Exception {
        agree("8 13 101", "8 13 101");
        speaksFirst(5);
        caller.send(NOISE, false, 105, 800, new byte[] {LEVEL, 3, 4});
        await().until(() -> called.heard().size() == 6);
        Phone.Heard last = called.heard().get(5);
        assertThat(last.type()).isEqualTo(NOISE);
        assertThat(last.payload()).containsExactly(LEVEL, 3, 4);
        assertThat(last.timestamp() - called.heard().get(0).timestamp()).isEqualTo(800);
    }

    /** All that came since then, as loud as it is on the whole. */
    private static double loudness(List<Phone.Heard> heard) {
        double energy = 0;
        int samples = 0;
        short[] sound = new short[160];
        for (Phone.Heard packet : heard) {
            G711.ALAW.decode(packet.payload(), packet.payload().length, sound);
            for (int i = 0; i < packet.payload().length; i++) {
                energy += (double) sound[i] * sound[i];
                samples++;
            }
        }
        return Math.sqrt(energy / samples);
    }

    @Test
    void who_does_not_know_it_hears_the_silence() throws Exception {
        agree("8 13 101", "8 101");
        speaksFirst(5);
        await().until(() -> called.heard().size() >= 5);
        int before = called.heard().size();
        caller.send(NOISE, false, 105, 800, new byte[] {LEVEL});
        await().until(() -> called.heard().size() >= before + 50);
        List<Phone.Heard> noise = List.copyOf(called.heard()).subList(before, before + 50);
        assertThat(noise).extracting(Phone.Heard::type).containsOnly(Phone.PCMA);
        assertThat(loudness(noise)).isBetween(32_767 * 0.008, 32_767 * 0.012);
        for (int i = 1; i < noise.size(); i++) {
            assertThat(noise.get(i).timestamp() - noise.get(i - 1).timestamp()).isEqualTo(160);
        }
        caller.as(Phone.PCMA).says(700);
        called.hears(700);
    }

    @Test
    void recording_has_no_hole_where_somebody_is_silent() throws Exception {
        agree("8 13 101", "8 13 101");
        speaksFirst(5);
        Path file = folder.resolve("talk.talk");
        callersLeg.recordTalk(file, SealedTalk.SEAL);
        await().until(() -> Files.exists(file));
        caller.send(NOISE, false, 105, 800, new byte[] {LEVEL});
        await().until(() -> Files.size(file) > 44 + 4 * 8000);
        callersLeg.stopRecordingTalk();
        byte[] wav = SealedTalk.wav(file);
        int silent = 0;
        int from = wav.length / 2;
        int all = 0;
        for (int at = from - from % 4; at + 3 < wav.length; at += 4) {
            all++;
            silent += wav[at] == 0 && wav[at + 1] == 0 ? 1 : 0;
        }
        assertThat((double) silent / all).isLessThan(0.05);
    }
}
