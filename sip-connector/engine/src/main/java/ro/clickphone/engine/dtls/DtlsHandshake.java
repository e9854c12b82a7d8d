package ro.clickphone.engine.dtls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.tls.DTLSRequest;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;

/**
 * One handshake with one far end, on a thread of its own that waits for its messages. The thread ends some seconds after
 * the handshake: until then it says its last message again, should that have been lost.
 */
public final class DtlsHandshake implements Runnable {
    private static final Logger LOG = Logger.getLogger(DtlsHandshake.class.getName());
    private static final int MOST_WAITING = 32;
    private static final int LARGEST = 1400;
    private static final byte HANDSHAKE = 22;
    /** Behind the head of the record. */
    private static final int CLIENT_HELLO_AT = 13;

    private static final byte CLIENT_HELLO = 1;
    private static final long LINGER_NANOS = 10_000_000_000L;

    private final DtlsIdentity identity;
    private final String expected;
    private final Optional<DTLSRequest> hello;
    private final Consumer<byte[]> sending;
    private final BiConsumer<DtlsHandshake, Keys> agreed;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean closed;
    private volatile boolean over;

    /** Each is a key of 16 bytes and a salt of 14. */
    public record Keys(byte[] ours, byte[] theirs) {}

    /**
     * One that begins with the next message.
     *
     * @param expected fingerprint of the far end's certificate
     * @param agreed on the handshake's thread
     */
    public DtlsHandshake(
            DtlsIdentity identity, String expected, Consumer<byte[]> sending, BiConsumer<DtlsHandshake, Keys> agreed) {
        this(identity, expected, Optional.empty(), sending, agreed);
    }

    /** One that begins with that message, {@linkplain DtlsIdentity#proven proven} already. */
    public DtlsHandshake(
            DtlsIdentity identity,
            String expected,
            DTLSRequest hello,
            Consumer<byte[]> sending,
            BiConsumer<DtlsHandshake, Keys> agreed) {
        this(identity, expected, Optional.of(hello), sending, agreed);
    }

    private DtlsHandshake(
            DtlsIdentity identity,
            String expected,
            Optional<DTLSRequest> hello,
            Consumer<byte[]> sending,
            BiConsumer<DtlsHandshake, Keys> agreed) {
        this.identity = identity;
        this.expected = expected;
        this.hello = hello;
        this.sending = sending;
        this.agreed = agreed;
    }

    /** Whether a datagram on the audio's port is DTLS (RFC 7983 7). */
    public static boolean isDtls(ByteBuffer datagram) {
        return datagram.limit() > 0 && datagram.get(0) >= 20 && datagram.get(0) <= 63;
    }

    /** Whether it is the first message of a handshake (RFC 6347 4.2.2). */
    public static boolean isHello(ByteBuffer datagram) {
        return datagram.limit() > CLIENT_HELLO_AT
                && datagram.get(0) == HANDSHAKE
                && datagram.get(CLIENT_HELLO_AT) == CLIENT_HELLO;
    }

    /** Whether it has ended, well or not; messages are lost on it then. Any thread. */
    public boolean isOver() {
        return over;
    }

    /** A message for it; what comes faster than it is read is lost, as on any way. */
    public void take(ByteBuffer datagram) {
        byte[] message = new byte[datagram.limit()];
        datagram.get(0, message);
        waiting.offer(message);
    }

    public void close() {
        closed = true;
    }

    @Override
    public void run() {
        DtlsServer server = new DtlsServer(identity, expected);
        try {
            DTLSTransport transport = hello.isPresent()
                    ? new DTLSServerProtocol().accept(server, new Way(), hello.get())
                    : new DTLSServerProtocol().accept(server, new Way());
            agreed.accept(this, keys(server.exported()));
            linger(transport);
            transport.close();
        } catch (IOException failed) {
            LOG.log(Level.INFO, "A handshake failed: {0}", failed.getMessage());
        } finally {
            over = true;
        }
    }

    private void linger(DTLSTransport transport) throws IOException {
        long until = System.nanoTime() + LINGER_NANOS;
        byte[] nothing = new byte[LARGEST];
        while (!closed && System.nanoTime() < until) {
            transport.receive(nothing, 0, nothing.length, 500);
        }
    }

    private static Keys keys(byte[] exported) {
        byte[] theirs = concat(exported, 0, 32);
        byte[] ours = concat(exported, 16, 46);
        return new Keys(ours, theirs);
    }

    private static byte[] concat(byte[] exported, int key, int salt) {
        byte[] both = Arrays.copyOf(Arrays.copyOfRange(exported, key, key + 16), 30);
        System.arraycopy(exported, salt, both, 16, 14);
        return both;
    }

    private final class Way implements DatagramTransport {
        @Override
        public int getReceiveLimit() {
            return LARGEST;
        }

        @Override
        public int getSendLimit() {
            return LARGEST;
        }

        @Override
        public int receive(byte[] into, int offset, int length, int waitMillis) throws IOException {
            if (closed) {
                throw new IOException("the leg is gone");
            }
            try {
                byte[] message = waiting.poll(Math.max(1, waitMillis), TimeUnit.MILLISECONDS);
                if (message == null) {
                    return -1;
                }
                int taken = Math.min(length, message.length);
                System.arraycopy(message, 0, into, offset, taken);
                return taken;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("the server ends", interrupted);
            }
        }

        @Override
        public void send(byte[] from, int offset, int length) {
            sending.accept(Arrays.copyOfRange(from, offset, offset + length));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
