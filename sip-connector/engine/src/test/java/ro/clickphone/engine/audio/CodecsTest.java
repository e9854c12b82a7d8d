package ro.clickphone.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {
    /** ITU-T G.711 tables 1a and 2a: the decoder's values in 16 bits for the first codes of some segments. */
    @Test
    void g711_expands_as_the_tables_say() {
        assertThat(G711.ALAW.decode((byte) 0xD5)).isEqualTo((short) 8);
        assertThat(G711.ALAW.decode((byte) 0x55)).isEqualTo((short) -8);
        assertThat(G711.ALAW.decode((byte) 0xAA)).isEqualTo((short) 32_256);
        assertThat(G711.ALAW.decode((byte) 0x2A)).isEqualTo((short) -32_256);
        assertThat(G711.ULAW.decode((byte) 0xFF)).isEqualTo((short) 0);
        assertThat(G711.ULAW.decode((byte) 0x80)).isEqualTo((short) 32_124);
        assertThat(G711.ULAW.decode((byte) 0x00)).isEqualTo((short) -32_124);
        assertThat(G711.ULAW.decode((byte) 0x8F)).isEqualTo((short) 16_764);
    }

    @Test
    void g711_codes_survive_decoding_and_encoding() {
        for (int code = 0; code < 256; code++) {
            assertThat(G711.ALAW.encode(G711.ALAW.decode((byte) code))).isEqualTo((byte) code);
            if (code != 0x7F) {
                assertThat(G711.ULAW.encode(G711.ULAW.decode((byte) code))).isEqualTo((byte) code);
            }
        }
    }

    /** 38 dB is what G.711 gives a sine in the middle of its range; G.722's lower band gives less, Opus is no waveform codec. */
    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 3000})
    void tone_comes_out_as_it_went_in(int hertz) {
        assertThat(toneShare(new FrameCodec.G711Codec(G711.ALAW), hertz)).isGreaterThan(0.999);
        assertThat(toneShare(new FrameCodec.G711Codec(G711.ULAW), hertz)).isGreaterThan(0.999);
        assertThat(toneShare(new G722(), hertz)).isGreaterThan(0.99);
        assertThat(toneShare(new Opus(), hertz)).isGreaterThan(0.9);
    }

    @Test
    void wide_codecs_carry_what_a_telephone_does_not() {
        assertThat(toneShare(new G722(), 6000)).isGreaterThan(0.9);
        assertThat(toneShare(new Opus(), 6000)).isGreaterThan(0.9);
    }

    /** Made by ffmpeg's G.722 encoder of the same 1 kHz sine of amplitude 8,000 at 16 kHz. */
    @Test
    void g722_codes_are_those_of_another_implementation() {
        byte[] codes = new byte[160];
        new G722().encode(sine(1000, 16_000, 320), codes);
        assertThat(Arrays.copyOf(codes, REFERENCE.length)).containsExactly(REFERENCE);
    }

    private static final byte[] REFERENCE = {
        -6, -108, 37, -120, 33, -111, -96, -96, 96, -81, -56, -58, -47, -34, -16, -21, -18, 123, -44, -48, -45, -66,
        -80, -20, -16, -4, 85, -47, -108, -2, -15, -83, -15, -3, -42, 82, -42, -65, -14, -17, -13, -1, -42, -44, -105,
        -3, -14, -17, 116, -3, -105, -44, -106, -3, -14, -80, -13, 126, -42, -108
    };

    /** Full-band hybrid frames, which our own encoder never makes: a tone of 1 kHz as Linphone 5.1 sent it. */
    @Test
    void opus_of_another_make_is_heard() throws Exception {
        Opus opus = new Opus();
        short[] heard = new short[FRAMES_OF_ANOTHER * 320];
        short[] samples = new short[1920];
        int at = 0;
        try (Stream<String> packets = Files.lines(Path.of("src/test/resources/opus/hybrid-1000hz.hex"))) {
            for (String packet : packets.toList()) {
                byte[] bytes = HexFormat.of().parseHex(packet);
                int count = opus.decode(bytes, bytes.length, samples);
                assertThat(count).isEqualTo(320);
                System.arraycopy(samples, 0, heard, at, count);
                at += count;
            }
        }
        short[] later = Arrays.copyOfRange(heard, heard.length / 2, heard.length);
        assertThat(level(later)).isGreaterThan(3000);
        assertThat(share(later, 1000, 16_000)).isGreaterThan(0.9);
    }

    private static final int FRAMES_OF_ANOTHER = 30;

    @Test
    void garbage_is_no_sound_and_no_fault() {
        byte[] garbage = new byte[1400];
        Arrays.fill(garbage, (byte) 0xFF);
        short[] samples = new short[1920];
        for (FrameCodec codec : List.of(new Opus(), new G722(), new FrameCodec.G711Codec(G711.ALAW))) {
            assertThat(codec.decode(garbage, garbage.length, samples)).isBetween(0, samples.length);
            assertThat(codec.decode(garbage, 1, samples)).isBetween(0, samples.length);
        }
    }

    @Test
    void halving_the_rate_lets_speech_through_and_nothing_alias() {
        assertThat(level(Resampler.halved(sine(3000, 16_000, 3200)))).isBetween(5500.0, 5750.0);
        assertThat(level(Resampler.halved(sine(5000, 16_000, 3200)))).isLessThan(60);
        assertThat(level(Resampler.doubled(sine(3000, 8000, 1600)))).isBetween(5500.0, 5750.0);
    }

    @Test
    void lost_frame_of_a_tone_is_the_tone_going_on() {
        Concealer concealer = new Concealer(8000);
        short[] sound = sine(400, 8000, 640);
        for (int i = 0; i < 3; i++) {
            concealer.good(Arrays.copyOfRange(sound, i * 160, i * 160 + 160), 160);
        }
        short[] made = new short[160];
        concealer.conceal(made, 160);
        assertThat(share(made, 400, 8000)).isGreaterThan(0.9);
        for (int i = 0; i < 5; i++) {
            concealer.conceal(made, 160);
        }
        assertThat(level(made)).isZero();
    }

    private static double toneShare(FrameCodec codec, int hertz) {
        int rate = codec.sampleRate();
        int frame = rate / 50;
        short[] in = sine(hertz, rate, 30 * frame);
        short[] out = new short[in.length];
        byte[] payload = new byte[1400];
        for (int i = 0; i < 30; i++) {
            int length = codec.encode(Arrays.copyOfRange(in, i * frame, (i + 1) * frame), payload);
            short[] decoded = new short[frame];
            assertThat(codec.decode(payload, length, decoded)).isEqualTo(frame);
            System.arraycopy(decoded, 0, out, i * frame, frame);
        }
        return share(Arrays.copyOfRange(out, 20 * frame, 30 * frame), hertz, rate);
    }

    private static short[] sine(int hertz, int rate, int length) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) Math.round(8000 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    private static double share(short[] samples, double hertz, int rate) {
        double cos = 0;
        double sin = 0;
        double energy = 1;
        for (int i = 0; i < samples.length; i++) {
            cos += samples[i] * Math.cos(2 * Math.PI * hertz * i / rate);
            sin += samples[i] * Math.sin(2 * Math.PI * hertz * i / rate);
            energy += (double) samples[i] * samples[i];
        }
        return 2 * (cos * cos + sin * sin) / samples.length / energy;
    }

    private static double level(short[] samples) {
        double energy = 0;
        for (int i = samples.length / 4; i < samples.length; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return Math.sqrt(energy / (samples.length * 3 / 4));
    }
}
