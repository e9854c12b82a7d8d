package ro.clickphone.engine.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a WAV file of 16 bits is made of. */
final class WavBytes {
    private static final int HEADER = 44;

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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
