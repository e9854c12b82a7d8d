package ro.clickphone.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.audio.WavFile;
import ro.clickphone.engine.media.Media.Heard;
import ro.clickphone.engine.sdp.OwnAddresses;

/** What needs the sound itself: recordings, conferences, other codecs, keys in band. */
class SoundTest {
    @TempDir
    Path folder;

    private final List<Phone> phones = new ArrayList<>();
    private final List<LegMedia> legs = new ArrayList<>();
    private final Ears call = new Ears();
    private MediaEngine engine;

    @BeforeEach
    void open() {
        engine = new MediaEngine(new MediaEngine.Settings(
                "127.0.0.1", OwnAddresses.of("127.0.0.1"), 42_200, 42_299, folder, folder, Optional.empty()));
    }

    @AfterEach
    void close() {
        phones.forEach(Phone::close);
        engine.close();
    }

    private Phone phone(String... formats) throws Exception {
        Phone phone = new Phone();
        return phone(phone, phone.offer(formats));
    }

    private Phone phone(Phone phone, String offer) throws Exception {
        LegMedia leg = engine.open(CallId.random(), MediaTerms.PLAIN, call);
        phone.to(leg.answer(offer, List.of()));
        phones.add(phone);
        legs.add(leg);
        return phone;
    }

    private static short[] sound(Path file, int rate) throws IOException {
        return WavFile.read(new ByteArrayInputStream(SealedTalk.wav(file)), 10_000_000)
                .samples(rate);
    }

    @Test
    void phones_of_different_codecs_hear_each_other() throws Exception {
        Phone one = phone("8").as(Phone.PCMA).says(700);
        Phone other = phone("0").as(Phone.PCMU).says(1100);
        engine.join(legs.get(0), legs.get(1));
        one.hears(1100);
        other.hears(700);
        assertThat(one.heard()).allMatch(packet -> packet.type() == Phone.PCMA);
    }

    @Test
    void recording_holds_what_was_said_and_is_whole_at_once() throws Exception {
        Phone phone = phone("8", "101").says(800);
        Path file = folder.resolve("a/said.take");
        legs.get(0).record(file, SealedTalk.SEAL, Duration.ofSeconds(20), Optional.of(Duration.ofSeconds(5)));
        await().until(() -> Files.exists(file) && Files.size(file) > 30_000);
        assertThat(sound(file, 8000).length).isGreaterThanOrEqualTo(8000);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .as("nothing in clear")
                .doesNotContain("RIFF", "WAVE");
        Duration length = legs.get(0).stopRecording().join();
        short[] sound = sound(file, 8000);
        assertThat(sound.length).isEqualTo((int) length.toMillis() * 8);
        short[] end = Arrays.copyOfRange(sound, sound.length - 4000, sound.length);
        assertThat(ToneShare.of(end, end.length, 800, 8000)).isGreaterThan(0.9);
        assertThat(call.rest()).isEmpty();
        phone.close();
    }

    @Test
    void recording_ends_by_silence_and_is_empty_when_nothing_was_said() throws Exception {
        phone("8", "101");
        legs.get(0)
                .record(
                        folder.resolve("quiet.wav"),
                        SealedTalk.SEAL,
                        Duration.ofSeconds(20),
                        Optional.of(Duration.ofMillis(300)));
        assertThat(call.next()).isEqualTo("recorded SILENCE");
        assertThat(legs.get(0).stopRecording().join()).isEqualTo(Duration.ZERO);
    }

    @Test
    void recording_ends_when_it_is_too_long() throws Exception {
        phone("8", "101").says(800);
        legs.get(0).record(folder.resolve("long.wav"), SealedTalk.SEAL, Duration.ofMillis(500), Optional.empty());
        assertThat(call.next()).isEqualTo("recorded TOO_LONG");
        assertThat(legs.get(0).stopRecording().join()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void recording_that_cannot_be_written_is_told() throws Exception {
        phone("8", "101").says(800);
        Path noFolder = Files.writeString(folder.resolve("file"), "x").resolve("under.wav");
        legs.get(0).record(noFolder, SealedTalk.SEAL, Duration.ofSeconds(20), Optional.empty());
        assertThat(call.next()).isEqualTo("recorded FAILED");
    }

    @Test
    void words_over_a_talk_are_heard_by_who_is_told_and_the_talk_goes_on() throws Exception {
        Phone one = phone("8", "101").says(700);
        phone("8", "101").says(1100);
        engine.join(legs.get(0), legs.get(1));
        one.hears(1100);
        CountDownLatch told = new CountDownLatch(1);
        legs.get(0).over(List.of(new Prompt.System("beep", "ro")), told::countDown);
        one.hears(1000);
        assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
        one.hears(1100);
    }

    @Test
    void words_that_must_be_heard_are_not_cut_off_by_a_tone() throws Exception {
        Phone one = phone("8").says(700);
        List<String> order = new CopyOnWriteArrayList<>();
        legs.get(0).over(List.of(new Prompt.System("call-recorded", "ro")), () -> order.add("told"));
        await().until(() -> one.heard().size() > 5);
        legs.get(0).warn();
        await().until(() -> !order.isEmpty());
        Duration told = Duration.ofMillis(20L * one.heard().size());
        assertThat(told).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void what_is_said_while_the_recording_rests_is_not_in_it() throws Exception {
        Phone one = phone("8", "101").says(700);
        phone("8", "101").says(1100);
        engine.join(legs.get(0), legs.get(1));
        one.hears(1100);
        Path file = folder.resolve("rest.talk");
        legs.get(0).recordTalk(file, SealedTalk.SEAL);
        await().until(() -> Files.exists(file) && Files.size(file) > 60_000);
        legs.get(0).restRecordingTalk();
        one.says(400);
        phones.get(1).hears(400);
        one.says(700);
        phones.get(1).hears(700);
        legs.get(0).resumeRecordingTalk();
        long before = Files.size(file);
        await().until(() -> Files.size(file) > before + 40_000);
        legs.get(0).stopRecordingTalk();
        short[] left = left(file);
        for (int from = 0; from + 800 <= left.length; from += 800) {
            assertThat(ToneShare.of(Arrays.copyOfRange(left, from, from + 800), 800, 400, 8000))
                    .isLessThan(0.3);
        }
    }

    private static short[] left(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(SealedTalk.wav(file)).order(ByteOrder.LITTLE_ENDIAN);
        short[] left = new short[(bytes.limit() - 44) / 4];
        for (int i = 0; i < left.length; i++) {
            left[i] = bytes.getShort(44 + 4 * i);
        }
        return left;
    }

    @Test
    void talk_is_recorded_with_each_on_its_side() throws Exception {
        Phone one = phone("8", "101").says(700);
        phone("8", "101").says(1100);
        engine.join(legs.get(0), legs.get(1));
        one.hears(1100);
        Path file = folder.resolve("talk.talk");
        legs.get(0).recordTalk(file, SealedTalk.SEAL);
        await().until(() -> Files.exists(file) && Files.size(file) > 60_000);
        one.hears(1100);
        legs.get(0).stopRecordingTalk();
        ByteBuffer bytes = ByteBuffer.wrap(SealedTalk.wav(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getShort(22)).isEqualTo((short) 2);
        short[] left = new short[4000];
        short[] right = new short[4000];
        for (int i = 0; i < 4000; i++) {
            left[i] = bytes.getShort(44 + 4 * (4000 + i));
            right[i] = bytes.getShort(46 + 4 * (4000 + i));
        }
        assertThat(ToneShare.of(left, 4000, 700, 8000)).isGreaterThan(0.8);
        assertThat(ToneShare.of(right, 4000, 1100, 8000)).isGreaterThan(0.8);
    }

    @Test
    void everybody_in_a_conference_hears_the_others_and_not_himself() throws Exception {
        double[] tones = {400, 600, 900, 1300, 1900};
        for (double tone : tones) {
            phone("8", "101").says(tone);
        }
        legs.forEach(leg -> engine.enter("room", leg, Heard.YES));
        assertThat(engine.inRoom("room")).isEqualTo(5);
        for (int i = 0; i < tones.length; i++) {
            for (int j = 0; j < tones.length; j++) {
                Phone phone = phones.get(i);
                double tone = tones[j];
                if (i != j) {
                    await().until(() -> phone.shareOf(tone) > 0.15);
                }
            }
            assertThat(phones.get(i).shareOf(tones[i])).isLessThan(0.05);
        }
        engine.leave("room", legs.get(4));
        assertThat(engine.inRoom("room")).isEqualTo(4);
        phones.get(0).hearsNoMore(1900);
        legs.forEach(LegMedia::close);
        assertThat(engine.inRoom("room")).isZero();
    }

    @Test
    void muted_participant_hears_and_is_not_heard() throws Exception {
        phone("8", "101").says(700);
        phone("8", "101").says(1100);
        engine.enter("room", legs.get(0), Heard.YES);
        engine.enter("room", legs.get(1), Heard.NO);
        phones.get(1).hears(700);
        assertThat(phones.get(0).shareOf(1100)).isLessThan(0.05);
    }

    @Test
    void keys_in_band_are_told_once_and_become_events_for_the_other() throws Exception {
        phone("8");
        Phone other = phone("8", "101");
        engine.join(legs.get(0), legs.get(1));
        phones.get(0).saysKey('7');
        assertThat(call.next()).isEqualTo("digit 7");
        await().until(() -> other.heard().stream().anyMatch(p -> p.type() == 101 && p.payload()[0] == 7));
        assertThat(call.rest()).isEmpty();
    }

    @Test
    void event_becomes_a_tone_for_a_phone_that_takes_none() throws Exception {
        Phone one = phone("8", "101");
        Phone other = phone("8");
        engine.join(legs.get(0), legs.get(1));
        other.says(1500);
        one.hears(1500);
        one.send(101, true, 10, 16_000, new byte[] {5, 10, 0, 100});
        await().until(() -> other.everHeard(0.35, 770, 1336));
    }

    @ParameterizedTest
    @CsvSource({"8,9", "9,111", "111,0", "0,9"})
    void narrow_and_wide_codecs_are_translated_both_ways(int ones, int others) throws Exception {
        Phone one = phone(String.valueOf(ones)).as(ones).says(700);
        Phone other = phone(String.valueOf(others)).as(others).says(1100);
        engine.join(legs.get(0), legs.get(1));
        one.hears(1100);
        other.hears(700);
        assertThat(one.heard()).allMatch(packet -> packet.type() == ones);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 40, 60})
    void packets_of_any_length_are_translated(int millis) throws Exception {
        Phone one = phone("8").as(Phone.PCMA).inPacketsOf(millis).says(700);
        Phone other = phone("0").as(Phone.PCMU).says(1100);
        engine.join(legs.get(0), legs.get(1));
        other.hears(700);
        one.hears(1100);
        int before = other.heard().size();
        await().until(() -> other.heard().size() > before + 100);
        assertThat(other.quietFramesSince(before)).as("gaps").isLessThan(10);
    }

    @Test
    void voice_of_a_new_source_is_heard_on() throws Exception {
        Phone one = phone("8").as(Phone.PCMA).says(700);
        Phone translated = phone("0").as(Phone.PCMU).says(1100);
        engine.join(legs.get(0), legs.get(1));
        translated.hears(700);
        for (int i = 0; i < 5; i++) {
            one.isAnother().says(900 + 200 * i);
            translated.hears(900 + 200 * i);
        }
    }

    @Test
    void keys_pass_between_clocks() throws Exception {
        Phone wide = new Phone();
        phone(wide, wide.offer("111", "96").replace("96 telephone-event/8000", "96 telephone-event/48000"));
        Phone narrow = phone("8", "101");
        engine.join(legs.get(0), legs.get(1));
        wide.as(Phone.OPUS).says(700);
        narrow.says(1100);
        narrow.hears(700);
        for (int end = 0; end < 3; end++) {
            wide.send(96, false, 20 + end, 99_000, new byte[] {6, (byte) 0x8A, 0x12, (byte) 0xC0});
        }
        assertThat(call.next()).isEqualTo("digit 6");
        await().until(() -> narrow.heard().stream()
                .anyMatch(p -> p.type() == 101 && p.payload()[0] == 6 && (p.payload()[1] & 0x80) != 0));
        for (int end = 0; end < 3; end++) {
            narrow.send(101, false, 900 + end, 55_000, new byte[] {3, (byte) 0x8A, 3, 32});
        }
        assertThat(call.next()).isEqualTo("digit 3");
        await().until(() -> wide.heard().stream()
                .anyMatch(p -> p.type() == 96 && p.payload()[0] == 3 && (p.payload()[1] & 0x80) != 0));
    }

    @Test
    void lost_and_late_packets_of_a_translated_talk_are_hardly_heard() throws Exception {
        Phone one = phone("8").as(Phone.PCMA).losing(0.05).says(400);
        Phone other = phone("0");
        engine.join(legs.get(0), legs.get(1));
        other.hears(400);
        await().until(() -> legs.get(0).report().lost() > 3);
        other.hears(400);
        one.close();
    }
}
