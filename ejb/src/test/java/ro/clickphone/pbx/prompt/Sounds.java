package ro.clickphone.pbx.prompt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** WAV files for tests, 8,000 samples a second. */
public final class Sounds {
    /** In bytes. */
    public static final int SECOND = 16_000;

    private static final int RATE = 8000;

    private Sounds() {}

    public static byte[] tone(int hertz, int seconds) {
        return tone(hertz, seconds, 12_000);
    }

    static byte[] silence(int seconds) {
        return tone(100, seconds, 0);
    }

    static byte[] tone(int hertz, int seconds, int amplitude) {
        short[] samples = new short[RATE * seconds];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        byte[] pcm = Samples.littleEndian(samples);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(pcm), format, samples.length),
                    AudioFileFormat.Type.WAVE,
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
