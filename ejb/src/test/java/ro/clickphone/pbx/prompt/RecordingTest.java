package ro.clickphone.pbx.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.clickphone.pbx.kernel.Refusal;

/** What a customer may upload as a message, and what becomes of it. */
class RecordingTest {
    private static final double TONE = 1000;

    @ParameterizedTest
    @CsvSource({"8000, 8000", "11025, 8000", "16000, 16000", "22050, 16000", "44100, 16000", "48000, 16000"})
    void tone_keeps_its_pitch_at_any_rate(int uploaded, int kept) throws Exception {
        Recording recording = Recording.of(wav(uploaded, 1, 16, TONE, 2));
        short[] samples = samplesOf(recording, kept);
        assertThat(recording.length()).isBetween(Duration.ofMillis(1990), Duration.ofMillis(2010));
        assertThat(share(samples, kept, TONE)).isGreaterThan(0.95);
    }

    @Test
    void what_a_telephone_cannot_carry_does_not_come_back_as_another_tone() throws Exception {
        short[] samples = Samples.resampled(toneOf(48_000, 11_000, 1), 48_000, 16_000);
        assertThat(power(samples)).isLessThan(power(toneOf(16_000, TONE, 1)) / 1000);
    }

    @ParameterizedTest
    @CsvSource({"300", "3000", "12000", "32000"})
    void every_message_is_equally_loud(int amplitude) throws Exception {
        short[] samples = samplesOf(Recording.of(Sounds.tone(1000, 2, amplitude)), 8000);
        assertThat(10 * Math.log10(power(samples) / (32_767.0 * 32_767))).isBetween(-20.5, -19.5);
    }

    @Test
    void pauses_make_a_message_no_louder() throws Exception {
        short[] spoken = toneOf(8000, TONE, 1);
        short[] withPauses = Arrays.copyOf(spoken, 10 * spoken.length);
        assertThat(Loudness.level(withPauses, 8000))
                .isBetween(Loudness.level(spoken, 8000) - 0.1, Loudness.level(spoken, 8000) + 0.1);
    }

    @Test
    void silence_is_no_message() {
        refused("prompt.silent", () -> Recording.of(Sounds.silence(3)));
        refused("prompt.tooShort", () -> Recording.spoken(Sounds.silence(3)));
    }

    @Test
    void what_was_spoken_has_no_long_silence_at_its_ends() {
        assertThat(Recording.spoken(Sounds.tone(700, 2)).length()).isEqualTo(Duration.ofSeconds(2));
        short[] samples = Arrays.copyOf(toneOf(8000, TONE, 2), 8000 * 12);
        assertThat(Samples.trimmed(samples, 8000).length).isBetween(16_000, 18_000);
    }

    @ParameterizedTest
    @CsvSource({"tone-44100-stereo.mp3, 16000", "tone-8000-tagged.mp3, 8000"})
    void mp3_is_taken(String file, int kept) throws Exception {
        Recording recording = Recording.of(mp3(file));
        assertThat(recording.length()).isBetween(Duration.ofMillis(1900), Duration.ofMillis(2300));
        assertThat(share(samplesOf(recording, kept), kept, TONE)).isGreaterThan(0.95);
    }

    /** Found by the property below: the decoder divides by a length that the damage made zero. */
    @Test
    void mp3_with_a_damaged_frame_is_taken_or_refused_and_no_fault() throws Exception {
        byte[] upload = mp3("tone-8000-tagged.mp3");
        int at = Math.floorMod(13_624, upload.length - 60);
        System.arraycopy(new byte[] {0, 1, -65}, 0, upload, at, 3);
        try {
            assertThat(Recording.of(upload).wav()).isNotEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("prompt.notAudio");
        }
    }

    @Property(tries = 200)
    void damaged_mp3_is_taken_or_refused_but_never_fatal(@ForAll @Size(max = 60) byte[] damage, @ForAll int where)
            throws Exception {
        byte[] upload = mp3("tone-8000-tagged.mp3");
        int at = Math.floorMod(where, upload.length - 60);
        System.arraycopy(damage, 0, upload, at, damage.length);
        try {
            assertThat(Recording.of(upload).wav()).isNotEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.code()).startsWith("prompt.");
        }
    }

    @Test
    void stereo_becomes_mono() throws Exception {
        short[] samples = samplesOf(Recording.of(wav(44_100, 2, 16, TONE, 1)), 16_000);
        assertThat(share(samples, 16_000, TONE)).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @CsvSource({"ALAW", "ULAW"})
    void telephone_codecs_are_taken(String encoding) throws Exception {
        AudioFormat linear = new AudioFormat(8000, 16, 1, true, false);
        byte[] pcm = Samples.littleEndian(toneOf(8000, TONE, 1));
        AudioInputStream sound = AudioSystem.getAudioInputStream(
                new AudioFormat.Encoding(encoding),
                new AudioInputStream(new ByteArrayInputStream(pcm), linear, pcm.length / 2));
        short[] samples = samplesOf(Recording.of(file(sound)), 8000);
        assertThat(share(samples, 8000, TONE)).isGreaterThan(0.95);
    }

    @Test
    void eight_bits_are_taken() throws Exception {
        short[] samples = samplesOf(Recording.of(wav(16_000, 1, 8, TONE, 1)), 16_000);
        assertThat(share(samples, 16_000, TONE)).isGreaterThan(0.9);
    }

    @Test
    void same_upload_gives_the_same_file() throws Exception {
        byte[] upload = wav(44_100, 1, 16, TONE, 1);
        assertThat(Recording.of(upload).wav()).isEqualTo(Recording.of(upload).wav());
    }

    @Test
    void file_that_is_no_audio_is_refused() {
        refused("prompt.notAudio", () -> Recording.of("Buna ziua".getBytes(StandardCharsets.UTF_8)));
        refused("prompt.notAudio", () -> Recording.of(new byte[0]));
        refused("prompt.notAudio", () -> Recording.of("RIFF....WAVEfmt ".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void other_audio_than_wav_is_refused() throws Exception {
        byte[] pcm = Samples.littleEndian(toneOf(8000, TONE, 1));
        ByteArrayOutputStream au = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(pcm), new AudioFormat(8000, 16, 1, true, true), pcm.length / 2),
                AudioFileFormat.Type.AU,
                au);
        refused("prompt.notAudio", () -> Recording.of(au.toByteArray()));
    }

    @Test
    void message_of_more_than_five_minutes_is_refused() throws Exception {
        byte[] upload = wav(8000, 1, 8, TONE, 301);
        refused("prompt.tooLong", () -> Recording.of(upload));
    }

    @Test
    void file_of_more_than_ten_megabytes_is_refused() {
        refused("prompt.tooBig", () -> Recording.of(new byte[Recording.LARGEST_UPLOAD + 1]));
    }

    @Test
    void empty_message_is_refused() throws Exception {
        byte[] upload = wav(8000, 1, 16, TONE, 0);
        refused("prompt.tooShort", () -> Recording.of(upload));
    }

    @Property(tries = 300)
    void damaged_file_is_taken_or_refused_but_never_fatal(@ForAll @Size(max = 40) byte[] damage, @ForAll int where)
            throws Exception {
        byte[] upload = wav(8000, 1, 16, TONE, 1);
        int at = Math.floorMod(where, 60);
        System.arraycopy(damage, 0, upload, at, damage.length);
        try {
            assertThat(Recording.of(upload).wav()).isNotEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.code()).startsWith("prompt.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4, -1",
        "40, -1",
        "40, 2147483647",
        "24, -1",
        "24, 2147483647",
        "28, 0",
        "22, 60000",
        "34, 64",
        "16, -1"
    })
    void header_that_promises_more_than_there_is_takes_no_more_memory_than_the_file(int place, int promise)
            throws Exception {
        byte[] upload = wav(8000, 1, 16, TONE, 1);
        java.nio.ByteBuffer.wrap(upload).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(place, promise);
        long before = allocated();
        try {
            assertThat(Recording.of(upload).length()).isLessThan(Duration.ofSeconds(3));
        } catch (Refusal refusal) {
            assertThat(refusal.code()).startsWith("prompt.");
        }
        assertThat(allocated() - before).isLessThan(64L << 20);
    }

    /** Ten megabytes of MPEG at 8 kbit/s would be three hours, and 350 MB of samples. */
    @Test
    void mp3_that_unpacks_to_hours_is_given_up_after_five_minutes() throws Exception {
        byte[] one = mp3("tone-8000-tagged.mp3");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        while (many.size() + one.length < Recording.LARGEST_UPLOAD) {
            many.write(one);
        }
        long before = allocated();
        refused("prompt.tooLong", () -> Recording.of(many.toByteArray()));
        assertThat(allocated() - before).isLessThan(256L << 20);
    }

    @Test
    void archive_page_picture_and_program_under_the_name_of_a_sound_are_refused() throws Exception {
        for (String file : new String[] {
            "PK\u0003\u0004",
            "<html><script>alert(1)</script>",
            "GIF89a",
            "\u0089PNG\r\n",
            "\u007fELF",
            "ID3",
            "RIFF\u0000\u0000\u0000\u0000AVI "
        }) {
            byte[] bytes = Arrays.copyOf(file.getBytes(StandardCharsets.ISO_8859_1), 5000);
            refused("prompt.notAudio", () -> Recording.of(bytes));
        }
    }

    /** What callers hear and the portal hands out is written anew: nothing that hid in the upload is in it. */
    @Test
    void archive_behind_a_sound_does_not_get_into_what_is_kept() throws Exception {
        byte[] sound = wav(8000, 1, 16, TONE, 1);
        byte[] both = Arrays.copyOf(sound, sound.length + 2000);
        byte[] hidden = "PK\u0003\u0004<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(hidden, 0, both, sound.length, hidden.length);
        assertThat(new String(Recording.of(both).wav(), StandardCharsets.ISO_8859_1))
                .doesNotContain("<script>");
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static void refused(String code, ThrowingCallable upload) {
        assertThatThrownBy(upload).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static byte[] mp3(String name) throws IOException {
        try (InputStream file = RecordingTest.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    private static byte[] wav(int rate, int channels, int bits, double tone, int seconds) throws IOException {
        short[] mono = toneOf(rate, tone, seconds);
        byte[] data = new byte[mono.length * channels * bits / 8];
        int at = 0;
        for (short sample : mono) {
            for (int channel = 0; channel < channels; channel++) {
                if (bits == 8) {
                    data[at++] = (byte) ((sample >> 8) + 128);
                } else {
                    data[at++] = (byte) sample;
                    data[at++] = (byte) (sample >> 8);
                }
            }
        }
        AudioFormat format = new AudioFormat(rate, bits, channels, bits != 8, false);
        return file(new AudioInputStream(new ByteArrayInputStream(data), format, mono.length));
    }

    private static byte[] file(AudioInputStream sound) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file);
        return file.toByteArray();
    }

    private static short[] toneOf(int rate, double tone, int seconds) {
        short[] samples = new short[rate * seconds];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(12_000 * Math.sin(2 * Math.PI * tone * i / rate));
        }
        return samples;
    }

    private static short[] samplesOf(Recording recording, int rate) throws Exception {
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(recording.wav()))) {
            assertThat(sound.getFormat().getSampleRate()).isEqualTo(rate);
            assertThat(sound.getFormat().getChannels()).isEqualTo(1);
            assertThat(sound.getFormat().getSampleSizeInBits()).isEqualTo(16);
            return Samples.mono(sound);
        }
    }

    /** How much of the sound is that tone, by Goertzel over the middle of it. */
    private static double share(short[] all, int rate, double tone) {
        short[] samples = Arrays.copyOfRange(all, all.length / 4, all.length / 4 + rate / 5);
        double coefficient = 2 * Math.cos(2 * Math.PI * tone / rate);
        double last = 0;
        double beforeLast = 0;
        for (short sample : samples) {
            double now = sample + coefficient * last - beforeLast;
            beforeLast = last;
            last = now;
        }
        double found = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
        return 2 * found / samples.length / (power(samples) * samples.length);
    }

    private static double power(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return sum / samples.length;
    }
}
