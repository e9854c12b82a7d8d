package ro.clickphone.pbx.prompt;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import ro.clickphone.pbx.kernel.Refusal;

/** Linear samples of 16 bits, one channel. */
record Sound(short[] samples, int rate) {
    private static final Duration LONGEST = Recording.LONGEST;
    private static final int LOWEST_RATE = 8_000;
    private static final int HIGHEST_RATE = 192_000;
    private static final int BITS = 16;

    /**
     * @param upload a WAV or MP3 file as it came
     * @throws Refusal {@code prompt.notAudio}, {@code prompt.tooLong}
     */
    static Sound of(byte[] upload) {
        try {
            return Mp3.isLike(upload) ? Mp3.decoded(upload) : wav(upload);
        } catch (IOException | IllegalArgumentException e) {
            throw notAudio();
        }
    }

    Duration length() {
        return Duration.ofMillis(samples.length * 1000L / rate);
    }

    static Refusal notAudio() {
        return new Refusal("prompt.notAudio", Recording.FIELD);
    }

    static Refusal tooLong() {
        return new Refusal("prompt.tooLong", Recording.FIELD, LONGEST.toMinutes());
    }

    private static Sound wav(byte[] upload) throws IOException {
        try (AudioInputStream original = open(upload)) {
            AudioFormat format = original.getFormat();
            int rate = Math.round(format.getSampleRate());
            if (rate < LOWEST_RATE || rate > HIGHEST_RATE || format.getChannels() < 1 || format.getChannels() > 2) {
                throw notAudio();
            }
            return new Sound(Samples.mono(linear(original)), rate);
        }
    }

    private static AudioInputStream open(byte[] upload) throws IOException {
        try {
            BufferedInputStream in = new BufferedInputStream(new ByteArrayInputStream(upload));
            AudioInputStream audio = AudioSystem.getAudioInputStream(in);
            if (!AudioFileFormat.Type.WAVE.equals(AudioSystem.getAudioFileFormat(new ByteArrayInputStream(upload))
                    .getType())) {
                throw notAudio();
            }
            return audio;
        } catch (UnsupportedAudioFileException e) {
            throw notAudio();
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
}
