package ro.clickphone.engine.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads WAV: 16 bits, one channel, 8 or 16 kHz. */
public final class WavFile {
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int LONGEST_FORMAT = 64;

    private WavFile() {}

    /**
     * @param mostBytes of sound; what is longer is refused
     * @throws IOException also when it is no such file
     */
    public static Clip read(InputStream in, int mostBytes) throws IOException {
        ByteBuffer riff = bytes(in, 12);
        if (!word(riff, 0).equals("RIFF") || !word(riff, 8).equals("WAVE")) {
            throw new IOException("no WAV file");
        }
        int rate = 0;
        while (true) {
            ByteBuffer head = bytes(in, 8);
            long length = head.getInt(4) & 0xFFFFFFFFL;
            switch (word(head, 0)) {
                case "fmt " -> rate = rate(bytes(in, (int) Math.min(length, LONGEST_FORMAT)));
                case "data" -> {
                    return data(in, rate, length, mostBytes);
                }
                default -> in.skipNBytes(length + length % 2);
            }
        }
    }

    private static int rate(ByteBuffer format) throws IOException {
        if (format.limit() < 16) {
            throw new IOException("no WAV format");
        }
        int encoding = format.getShort(0) & 0xFFFF;
        int rate = format.getInt(4);
        boolean pcm = encoding == PCM || encoding == EXTENSIBLE;
        if (!pcm || format.getShort(2) != 1 || format.getShort(14) != 16 || (rate != 8000 && rate != 16_000)) {
            throw new IOException("a WAV file of another kind than 16 bits, mono, 8 or 16 kHz");
        }
        return rate;
    }

    private static Clip data(InputStream in, int rate, long length, int mostBytes) throws IOException {
        if (rate == 0) {
            throw new IOException("a WAV file without a format");
        }
        if (length > mostBytes && length != 0xFFFFFFFFL) {
            throw new IOException("a WAV file that is too long");
        }
        byte[] sound = in.readNBytes((int) Math.min(length, mostBytes));
        short[] samples = new short[sound.length / 2];
        ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return Clip.of(samples, rate);
    }

    private static ByteBuffer bytes(InputStream in, int count) throws IOException {
        byte[] read = in.readNBytes(count);
        if (read.length < count) {
            throw new EOFException("a WAV file that ends too early");
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String word(ByteBuffer buffer, int at) {
        return new String(buffer.array(), at, 4, StandardCharsets.US_ASCII);
    }
}
