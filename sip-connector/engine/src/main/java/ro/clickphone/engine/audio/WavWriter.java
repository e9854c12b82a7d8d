package ro.clickphone.engine.audio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes a WAV file of 16 bits that is whole after each {@link #append}: the sound first, then the header's lengths. */
public final class WavWriter implements SoundFile {
    private static final int HEADER = 44;
    private static final int LENGTH_OF_ALL = 4;
    private static final int LENGTH_OF_SOUND = 40;

    private final RandomAccessFile file;
    private long bytes;

    public WavWriter(Path path, int rate, int channels) throws IOException {
        OwnFile.create(path);
        file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(0);
        file.write(header(rate, channels));
    }

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

    static byte[] bytes(short[] samples, int length) {
        ByteBuffer sound = ByteBuffer.allocate(2 * length).order(ByteOrder.LITTLE_ENDIAN);
        sound.asShortBuffer().put(samples, 0, length);
        return sound.array();
    }

    @Override
    public void append(short[] samples, int length) throws IOException {
        byte[] sound = bytes(samples, length);
        file.seek(HEADER + bytes);
        file.write(sound);
        bytes += sound.length;
        file.seek(LENGTH_OF_SOUND);
        file.writeInt(Integer.reverseBytes((int) bytes));
        file.seek(LENGTH_OF_ALL);
        file.writeInt(Integer.reverseBytes((int) bytes + HEADER - 8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
