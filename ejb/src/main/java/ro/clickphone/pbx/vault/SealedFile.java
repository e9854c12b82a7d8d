package ro.clickphone.pbx.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * A long file in pieces of 64 KiB, each sealed for itself, so that it is read from any place on with one piece in memory.
 * After the head (a mark and a random salt, from which the file's own key is derived) come the pieces; the nonce of each
 * holds its number and whether it is the last one, so pieces cannot be exchanged, left out or cut off. (The construction
 * is STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, 2015.)
 */
final class SealedFile {
    static final int PIECE = 64 * 1024;

    private static final byte[] MARK = "CPSEAL1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int HEAD = MARK.length + SALT_BYTES;
    private static final int SEALED_PIECE = PIECE + Seal.TAG_BYTES;
    private static final String USE = "file";

    private SealedFile() {}

    static boolean isSealed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MARK.length), MARK);
        }
    }

    /** Whether its first piece opens with that key. */
    static boolean isOf(Seal seal, Path file) throws IOException {
        try (InputStream in = open(seal, file, 0)) {
            return true;
        } catch (IOException another) {
            if (another.getCause() instanceof BrokenSealException) {
                return false;
            }
            throw another;
        }
    }

    /** Never more than two pieces in memory. */
    static void seal(Seal seal, InputStream plain, OutputStream out) throws IOException {
        byte[] salt = Seal.random(SALT_BYTES);
        SecretKey key = seal.key(USE, salt);
        out.write(MARK);
        out.write(salt);
        byte[] piece = plain.readNBytes(PIECE);
        for (int number = 0; ; number++) {
            byte[] next = piece.length < PIECE ? new byte[0] : plain.readNBytes(PIECE);
            boolean last = next.length == 0;
            out.write(Seal.run(Cipher.ENCRYPT_MODE, key, nonce(number, last), MARK, piece, piece.length));
            if (last) {
                return;
            }
            piece = next;
        }
    }

    /** How long the plain file is. */
    static long length(Path file) throws IOException {
        long body = Files.size(file) - HEAD;
        return body - pieces(body) * Seal.TAG_BYTES;
    }

    /** The plain file from a place on. @throws IOException also when the seal is broken: it then ends in the middle */
    static InputStream open(Seal seal, Path file, long from) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new Reading(seal, channel, from);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static long pieces(long body) {
        return (body + SEALED_PIECE - 1) / SEALED_PIECE;
    }

    private static byte[] nonce(long number, boolean last) {
        return ByteBuffer.allocate(Seal.NONCE_BYTES)
                .putInt(last ? 1 : 0)
                .putLong(number)
                .array();
    }

    /** One piece in memory. */
    private static final class Reading extends InputStream {
        private final FileChannel channel;
        private final SecretKey key;
        private final long pieces;
        private final ByteBuffer sealed = ByteBuffer.allocate(SEALED_PIECE);
        private long next;
        private byte[] piece;
        private int at;

        Reading(Seal seal, FileChannel channel, long from) throws IOException {
            this.channel = channel;
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            read(head, 0);
            byte[] mark = Arrays.copyOf(head.array(), MARK.length);
            if (!Arrays.equals(mark, MARK)) {
                throw new IOException("not sealed");
            }
            key = seal.key(USE, Arrays.copyOfRange(head.array(), MARK.length, HEAD));
            pieces = pieces(channel.size() - HEAD);
            next = from / PIECE;
            piece = next < pieces ? nextPiece() : new byte[0];
            at = (int) Math.min(from % PIECE, piece.length);
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
            if (at == piece.length) {
                if (next >= pieces) {
                    return -1;
                }
                piece = nextPiece();
                at = 0;
            }
            int count = Math.min(length, piece.length - at);
            if (count == 0) {
                return -1;
            }
            System.arraycopy(piece, at, into, offset, count);
            at += count;
            return count;
        }

        @Override
        public int available() {
            return piece.length - at;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        private byte[] nextPiece() throws IOException {
            sealed.clear();
            read(sealed, HEAD + next * SEALED_PIECE);
            try {
                byte[] nonce = nonce(next, next == pieces - 1);
                next++;
                return Seal.run(Cipher.DECRYPT_MODE, key, nonce, MARK, sealed.array(), sealed.position());
            } catch (BrokenSealException e) {
                throw new IOException(e);
            }
        }

        private void read(ByteBuffer into, long from) throws IOException {
            long place = from;
            while (into.hasRemaining()) {
                int count = channel.read(into, place);
                if (count < 0) {
                    return;
                }
                place += count;
            }
        }
    }
}
