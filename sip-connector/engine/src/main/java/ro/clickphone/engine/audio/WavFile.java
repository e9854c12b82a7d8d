package ro.clickphone.engine.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads and makes WAV: 16 bits or A-law, one channel, 8 or 16 kHz. */
public final class WavFile {
    private static final int PCM = 1;
    private static final int ALAW = 6;
    private static final int WIDE = 16_000;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int LONGEST_FORMAT = 64;
    /** Of a file that was written without being closed. */
    private static final long UNKNOWN_LENGTH = 0xFFFFFFFFL;

    private WavFile() {}

    /** The clip as a file of 16 bits and 16 kHz. */
    public static byte[] of(Clip clip) {
        return WavBytes.file(clip.samples(WIDE), WIDE);
    }

    /**
     * @param mostBytes of sound; what is longer is refused
     * @throws IOException also when it is no such file
     */
    public static Clip read(InputStream in, int mostBytes) throws IOException {
        ByteBuffer riff = bytes(in, 12);
        if (!word(riff, 0).equals("RIFF") || !word(riff, 8).equals("WAVE")) {
            throw new IOException("no WAV file");
        }
        Optional<Format> format = Optional.empty();
        while (true) {
            ByteBuffer head = bytes(in, 8);
            long length = head.getInt(4) & 0xFFFFFFFFL;
            switch (word(head, 0)) {
                case "fmt " -> {
                    format = Optional.of(format(bytes(in, (int) Math.min(length, LONGEST_FORMAT))));
                    in.skipNBytes(Math.max(0, length - LONGEST_FORMAT));
                }
                case "data" -> {
                    return data(in, format.orElseThrow(() -> new IOException("no format")), length, mostBytes);
                }
                default -> in.skipNBytes(length + length % 2);
            }
        }
    }

    private record Format(int rate, boolean alaw) {}

    private static Format format(ByteBuffer format) throws IOException {
        if (format.limit() < 16) {
            throw new IOException("no WAV format");
        }
        int encoding = format.getShort(0) & 0xFFFF;
        int rate = format.getInt(4);
        int bits = format.getShort(14);
        boolean alaw = encoding == ALAW && bits == 8;
        boolean pcm = (encoding == PCM || encoding == EXTENSIBLE) && bits == 16;
        if (!(pcm || alaw) || format.getShort(2) != 1 || (rate != 8000 && rate != 16_000)) {
            throw new IOException("a WAV file of another kind than 16 bits or A-law, mono, 8 or 16 kHz");
        }
        return new Format(rate, alaw);
    }

    private static Clip data(InputStream in, Format format, long length, int mostBytes) throws IOException {
        if (length > mostBytes && length != UNKNOWN_LENGTH) {
            throw new IOException("a WAV file that is too long");
        }
        byte[] sound = in.readNBytes((int) Math.min(length, mostBytes));
        short[] samples = new short[format.alaw() ? sound.length : sound.length / 2];
        if (format.alaw()) {
            G711.ALAW.decode(sound, sound.length, samples);
        } else {
            ByteBuffer.wrap(sound)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
        }
        return Clip.of(samples, format.rate());
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
