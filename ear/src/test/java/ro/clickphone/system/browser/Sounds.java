package ro.clickphone.system.browser;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** WAV files to upload. */
final class Sounds {
    private static final int RATE = 8000;

    private Sounds() {}

    static byte[] tone(int hertz, int seconds) {
        byte[] pcm = new byte[2 * RATE * seconds];
        for (int i = 0; i < pcm.length / 2; i++) {
            short sample = (short) Math.round(9_000 * Math.sin(2 * Math.PI * hertz * i / RATE));
            pcm[2 * i] = (byte) sample;
            pcm[2 * i + 1] = (byte) (sample >> 8);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(pcm), format, pcm.length / 2),
                    AudioFileFormat.Type.WAVE,
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
