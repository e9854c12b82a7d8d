package ro.clickphone.engine.api;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.Function;

/** What the engine recorded, see {@link RecordingSeal}; of what a crash cut off, what is whole. */
public final class SealedWav {
    private static final int HEAD = 44;
    private static final int LENGTH_OF_ALL = 4;
    private static final int BYTES_PER_SECOND = 28;
    private static final int LENGTH_OF_SOUND = 40;
    /** A second of stereo at 16 kHz has 64,000 bytes. */
    private static final int LONGEST_PIECE = 1 << 20;

    private final Path file;
    private final RecordingSeal seal;
    private final int pieces;
    private final ByteBuffer head;

    private SealedWav(Path file, RecordingSeal seal, int pieces, ByteBuffer head) {
        this.file = file;
        this.seal = seal;
        this.pieces = pieces;
        this.head = head;
    }

    /** @param seals the seal of a label @throws IOException also when it is no such file, or was changed */
    public static SealedWav of(Path file, Function<String, RecordingSeal> seals) throws IOException {
        try (DataInputStream in = opened(file)) {
            RecordingSeal seal = seals.apply(label(in));
            ByteBuffer head = ByteBuffer.wrap(piece(in, seal, 0)).order(ByteOrder.LITTLE_ENDIAN);
            if (head.limit() != HEAD) {
                throw new IOException("no WAV file begins so");
            }
            int pieces = 1;
            int sound = 0;
            for (int length = nextLength(in); length > 0; length = nextLength(in)) {
                sound += length - RecordingSeal.TAG_BYTES;
                pieces++;
            }
            head.putInt(LENGTH_OF_SOUND, sound).putInt(LENGTH_OF_ALL, HEAD - 8 + sound);
            return new SealedWav(file, seal, pieces, head);
        }
    }

    public Duration length() {
        int perSecond = head.getInt(BYTES_PER_SECOND);
        return perSecond <= 0 ? Duration.ZERO : Duration.ofMillis((bytes() - HEAD) * 1000 / perSecond);
    }

    /** By which the business finds its key again. */
    public String label() {
        return seal.label();
    }

    /** Of the WAV file. */
    public long bytes() {
        return HEAD + Integer.toUnsignedLong(head.getInt(LENGTH_OF_SOUND));
    }

    /** The WAV file, a piece of it in memory. */
    public InputStream wav() throws IOException {
        DataInputStream in = opened(file);
        label(in);
        piece(in, seal, 0);
        return new Opening(in);
    }

    private static DataInputStream opened(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    private static String label(DataInputStream in) throws IOException {
        byte[] mark = in.readNBytes(RecordingSeal.MARK.length());
        if (!new String(mark, StandardCharsets.US_ASCII).equals(RecordingSeal.MARK)) {
            throw new IOException("not a recorded talk");
        }
        return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.US_ASCII);
    }

    private static byte[] piece(DataInputStream in, RecordingSeal seal, int number) throws IOException {
        int length = in.readInt();
        if (length < RecordingSeal.TAG_BYTES || length > LONGEST_PIECE) {
            throw new IOException("a piece of " + length + " bytes");
        }
        try {
            return seal.opened(number, in.readNBytes(length));
        } catch (GeneralSecurityException e) {
            throw new IOException("piece " + number + " was changed", e);
        }
    }

    /** Skips a piece. @return its length; nothing for the last one when it is not whole, and at the end */
    private static int nextLength(DataInputStream in) throws IOException {
        try {
            int length = in.readInt();
            if (length < RecordingSeal.TAG_BYTES || length > LONGEST_PIECE) {
                throw new IOException("a piece of " + length + " bytes");
            }
            in.skipNBytes(length);
            return length;
        } catch (EOFException cutOff) {
            return 0;
        }
    }

    /** The head with its lengths, then piece by piece. */
    private final class Opening extends InputStream {
        private final DataInputStream in;
        private byte[] piece = head.array();
        private int at;
        private int next = 1;

        Opening(DataInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (at == piece.length) {
                if (next == pieces) {
                    return -1;
                }
                piece = piece(in, seal, next++);
                at = 0;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, count);
            at += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
