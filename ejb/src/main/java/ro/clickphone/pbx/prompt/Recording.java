package ro.clickphone.pbx.prompt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * A spoken message in the form in which it is kept and played: WAV, linear PCM of 16 bits, one channel, 16,000 samples a
 * second, or 8,000 where the original had no more to give; all of the same loudness.
 *
 * @param wav the whole file
 */
record Recording(byte[] wav, Duration length) {
    static final int LARGEST_UPLOAD = 10 * 1024 * 1024;
    static final Duration LONGEST = Duration.ofMinutes(5);
    static final String FIELD = "message";
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final int NARROW_BAND = 8_000;
    private static final int WIDE_BAND = 16_000;
    private static final int BITS = 16;

    /**
     * @param upload a WAV or MP3 file as it came
     * @throws Refusal {@code prompt.tooBig}, {@code prompt.notAudio}, {@code prompt.tooLong}, {@code prompt.tooShort},
     *     {@code prompt.silent}
     */
    static Recording of(byte[] upload) {
        return of(decoded(upload));
    }

    /**
     * What somebody said into a telephone: the quiet before and after it is cut off.
     *
     * @throws Refusal as {@link #of(byte[])}
     */
    static Recording spoken(byte[] wav) {
        Sound whole = decoded(wav);
        return of(new Sound(Samples.trimmed(whole.samples(), whole.rate()), whole.rate()));
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wav));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sound decoded(byte[] upload) {
        if (upload.length > LARGEST_UPLOAD) {
            throw new Refusal("prompt.tooBig", FIELD, LARGEST_UPLOAD / (1024 * 1024));
        }
        return Sound.of(upload);
    }

    private static Recording of(Sound sound) {
        refuseLength(sound.length());
        int rate = sound.rate() < WIDE_BAND ? NARROW_BAND : WIDE_BAND;
        short[] samples = Samples.resampled(sound.samples(), sound.rate(), rate);
        if (Double.isNaN(Loudness.level(samples, rate))) {
            throw new Refusal("prompt.silent", FIELD);
        }
        return new Recording(
                wavOf(Samples.littleEndian(Loudness.levelled(samples, rate)), rate),
                Duration.ofMillis(samples.length * 1000L / rate));
    }

    private static void refuseLength(Duration length) {
        if (length.compareTo(LONGEST) > 0) {
            throw Sound.tooLong();
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
}
