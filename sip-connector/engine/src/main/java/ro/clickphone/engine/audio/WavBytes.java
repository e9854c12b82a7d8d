package ro.clickphone.engine.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a WAV file of 16 bits is made of. */
final class WavBytes {
    private static final int HEADER = 44;
    private static final int RIFF_LENGTH_AT = 4;
    private static final int DATA_LENGTH_AT = 40;

    private WavBytes() {}

    /** Of a file that holds no sound yet. */
    static byte[] header(int rate, int channels) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(HEADER - 8).put(ascii("WAVEfmt ")).putInt(16);
        header.putShort((short) 1).putShort((short) channels);
        header.putInt(rate).putInt(rate * channels * 2);
        header.putShort((short) (channels * 2)).putShort((short) 16);
        header.put(ascii("data")).putInt(0);
        return header.array();
    }

    static byte[] samples(short[] samples, int length) {
        ByteBuffer sound = ByteBuffer.allocate(2 * length).order(ByteOrder.LITTLE_ENDIAN);
        sound.asShortBuffer().put(samples, 0, length);
        return sound.array();
    }

    /** A whole file of one channel. */
    static byte[] file(short[] samples, int rate) {
        byte[] sound = samples(samples, samples.length);
        ByteBuffer file = ByteBuffer.allocate(HEADER + sound.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(header(rate, 1)).put(sound);
        file.putInt(RIFF_LENGTH_AT, HEADER - 8 + sound.length).putInt(DATA_LENGTH_AT, sound.length);
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
