package ro.clickphone.rar;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One file of the spool: frames of length, CRC-32C and payload, one after another. A frame that a crash has cut short
 * fails its check, and ends the file: what stood before it is whole, since frames are only appended.
 */
final class SpoolFile implements Closeable {
    private static final int HEADER_BYTES = 8;

    private final Path path;
    private final FileChannel channel;
    private final Map<Long, Spooled> atHand = new HashMap<>();
    private long written;
    private long delivered;

    private SpoolFile(Path path, FileChannel channel, long written) {
        this.path = path;
        this.channel = channel;
        this.written = written;
    }

    static SpoolFile create(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        syncFolder(path.getParent());
        return new SpoolFile(path, channel, 0);
    }

    /** A file that an earlier run left behind. */
    static SpoolFile found(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new SpoolFile(path, channel, channel.size());
    }

    /** Returns when all payloads are on the disk. When it throws, none counts as written. */
    void append(List<byte[]> payloads) throws IOException {
        ByteBuffer frames = ByteBuffer.allocate(payloads.stream()
                .mapToInt(payload -> HEADER_BYTES + payload.length)
                .sum());
        for (byte[] payload : payloads) {
            frames.putInt(payload.length).putInt(checksum(payload)).put(payload);
        }
        frames.flip();
        long position = written;
        while (frames.hasRemaining()) {
            position += channel.write(frames, position);
        }
        channel.force(false);
        written = position;
    }

    /** The same, and {@link #next} gives them out without reading them back: for a file that is being delivered. */
    void appendAtHand(List<Spooled> records) throws IOException {
        long position = written;
        append(records.stream().map(Spooled::bytes).toList());
        for (Spooled record : records) {
            atHand.put(position, record);
            position += HEADER_BYTES + record.bytes().length;
        }
    }

    /** The next records that are not yet delivered, at most {@code count}; fewer at the end or before a torn frame. */
    List<Spooled> next(int count) throws IOException {
        List<Spooled> records = new ArrayList<>(count);
        long position = delivered;
        while (records.size() < count && position + HEADER_BYTES <= written) {
            Spooled known = atHand.get(position);
            Optional<Spooled> record = known == null ? frameAt(position) : Optional.of(known);
            if (record.isEmpty()) {
                break;
            }
            records.add(record.get());
            position += HEADER_BYTES + record.get().bytes().length;
        }
        return records;
    }

    /** Empty when the frame is torn. */
    private Optional<Spooled> frameAt(long position) throws IOException {
        ByteBuffer header = read(position, HEADER_BYTES);
        int length = header.getInt();
        int checksum = header.getInt();
        if (length < 0 || length > RecordFormat.MAX_BYTES || position + HEADER_BYTES + length > written) {
            return Optional.empty();
        }
        byte[] payload = read(position + HEADER_BYTES, length).array();
        return checksum(payload) == checksum ? Optional.of(Spooled.read(payload)) : Optional.empty();
    }

    void delivered(Spooled record) {
        atHand.remove(delivered);
        delivered += HEADER_BYTES + record.bytes().length;
    }

    /** Bytes written and not delivered; more than none after {@link #next} gave nothing means a torn frame. */
    long undelivered() {
        return written - delivered;
    }

    long size() {
        return written;
    }

    Path path() {
        return path;
    }

    void delete() throws IOException {
        close();
        Files.delete(path);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException(path + " became shorter");
            }
        }
        return buffer.flip();
    }

    private static int checksum(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return (int) crc.getValue();
    }

    /** A new name in a folder is on the disk only when the folder is. */
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
