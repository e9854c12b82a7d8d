package ro.clickphone.pbx.prompt;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * A spoken message in the form in which it is kept and played: WAV, linear PCM of 16 bits, one channel, 16,000 samples a
 * second, or 8,000 where the original had no more to give.
 *
 * @param wav the whole file
 */
record Recording(byte[] wav, Duration length) {
    static final int LARGEST_UPLOAD = 10 * 1024 * 1024;
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final int NARROW_BAND = 8_000;
    private static final int WIDE_BAND = 16_000;
    private static final int HIGHEST_RATE = 192_000;
    private static final int BITS = 16;
    private static final String FIELD = "message";

    /**
     * @param upload a WAV file as it came
     * @throws Refusal {@code prompt.tooBig}, {@code prompt.notWav}, {@code prompt.tooLong}, {@code prompt.tooShort}
     */
    static Recording of(byte[] upload) {
        if (upload.length > LARGEST_UPLOAD) {
            throw new Refusal("prompt.tooBig", FIELD, LARGEST_UPLOAD / (1024 * 1024));
        }
        try (AudioInputStream original = open(upload)) {
            return normalised(original);
        } catch (IOException | IllegalArgumentException e) {
            throw notWav();
        }
    }

    private static Recording normalised(AudioInputStream original) throws IOException {
        AudioFormat format = original.getFormat();
        int rate = Math.round(format.getSampleRate());
        if (rate < NARROW_BAND || rate > HIGHEST_RATE || format.getChannels() < 1 || format.getChannels() > 2) {
            throw notWav();
        }
        short[] mono = Samples.mono(linear(original));
        refuseLength(Duration.ofMillis(mono.length * 1000L / rate));
        int target = rate < WIDE_BAND ? NARROW_BAND : WIDE_BAND;
        short[] resampled = Samples.resampled(mono, rate, target);
        return new Recording(
                wavOf(Samples.littleEndian(resampled), target), Duration.ofMillis(resampled.length * 1000L / target));
    }

    private static AudioInputStream open(byte[] upload) throws IOException {
        try {
            BufferedInputStream in = new BufferedInputStream(new ByteArrayInputStream(upload));
            AudioInputStream audio = AudioSystem.getAudioInputStream(in);
            if (!AudioFileFormat.Type.WAVE.equals(AudioSystem.getAudioFileFormat(new ByteArrayInputStream(upload))
                    .getType())) {
                throw notWav();
            }
            return audio;
        } catch (UnsupportedAudioFileException e) {
            throw notWav();
        }
    }

    /** The same sound in 16 bits, whatever it was: 8 or 24 bits, A-law, µ-law. */
    private static AudioInputStream linear(AudioInputStream original) {
        AudioFormat from = original.getFormat();
        AudioFormat to = new AudioFormat(
                AudioFormat.Encoding.PCM_SIGNED,
                from.getSampleRate(),
                BITS,
                from.getChannels(),
                from.getChannels() * BITS / Byte.SIZE,
                from.getSampleRate(),
                false);
        return AudioSystem.getAudioInputStream(to, original);
    }

    private static void refuseLength(Duration length) {
        if (length.compareTo(LONGEST) > 0) {
            throw new Refusal("prompt.tooLong", FIELD, LONGEST.toMinutes());
        }
        if (length.compareTo(SHORTEST) < 0) {
            throw new Refusal("prompt.tooShort", FIELD);
        }
    }

    private static byte[] wavOf(byte[] pcm, int rate) {
        AudioFormat format = new AudioFormat(rate, BITS, 1, true, false);
        ByteArrayOutputStream file = new ByteArrayOutputStream(pcm.length + 64);
        try (AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(pcm), format, pcm.length / (BITS / Byte.SIZE))) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static Refusal notWav() {
        return new Refusal("prompt.notWav", FIELD);
    }
}
