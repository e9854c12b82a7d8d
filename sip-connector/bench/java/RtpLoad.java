import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Phones that talk: each sends a packet of G.711 every 20 ms with the time in it, and each counts what comes and how old
 * it is. Their packets are spread over the 20 ms, as those of strangers are.
 */
final class RtpLoad implements AutoCloseable {
    private static final int PACKET = 172;
    private static final long PERIOD = 20_000_000L;
    private static final int MOST_MEASURED = 4_000_000;

    /** An RFC 4733 event is sent in so many packets, its end in the second half of them. */
    private static final int DIGIT_PACKETS = 6;

    private final List<Phone> phones = new ArrayList<>();
    private final Selector selector;
    private final Thread ear;
    private final long[] nanos = new long[MOST_MEASURED];
    private int digitEvery;
    private volatile boolean measuring;
    private volatile boolean closed;
    private int measured;
    private long sent;

    private static final class Phone {
        private final DatagramChannel channel;
        private volatile InetSocketAddress to;
        private int sequence;

        Phone(DatagramChannel channel) {
            this.channel = channel;
        }
    }

    record Figures(long sent, long received, double p50Millis, double p99Millis) {
        double lossPercent() {
            return sent == 0 ? 0 : 100.0 * Math.max(0, sent - received) / sent;
        }
    }

    RtpLoad() throws IOException {
        selector = Selector.open();
        ear = new Thread(this::listen, "ear");
        ear.setDaemon(true);
    }

    /** A phone at that port that will send there. */
    void phone(int port, int remotePort) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 512 * 1024);
        channel.bind(new InetSocketAddress("127.0.0.1", port));
        Phone phone = new Phone(channel);
        phone.to = new InetSocketAddress("127.0.0.1", remotePort);
        channel.register(selector, SelectionKey.OP_READ, phone);
        phones.add(phone);
    }

    /** Each phone presses the key 1 once in so many packets. */
    void pressEvery(int packets) {
        digitEvery = packets;
    }

    int phones() {
        return phones.size();
    }

    /** Talks for some seconds that do not count, then for some that do. {@code begun} is called between. */
    Figures talk(int unmeasuredSeconds, int seconds, Runnable begun) throws InterruptedException {
        if (!ear.isAlive()) {
            ear.start();
        }
        long unmeasuredRounds = unmeasuredSeconds * 50L;
        long rounds = unmeasuredRounds + seconds * 50L;
        long start = System.nanoTime();
        long step = PERIOD / phones.size();
        ByteBuffer packet = ByteBuffer.allocateDirect(PACKET);
        for (long round = 0; round < rounds; round++) {
            if (round == unmeasuredRounds) {
                begun.run();
                measuring = true;
            }
            for (int i = 0; i < phones.size(); i++) {
                long due = start + round * PERIOD + i * step;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                send(phones.get(i), i, packet, round >= unmeasuredRounds);
            }
        }
        Thread.sleep(300);
        measuring = false;
        return figures();
    }

    private void send(Phone phone, int ssrc, ByteBuffer packet, boolean counted) {
        int sequence = phone.sequence++;
        packet.clear();
        int place = digitEvery == 0 ? DIGIT_PACKETS : (sequence + 7 * ssrc) % digitEvery;
        if (place < DIGIT_PACKETS && sequence >= DIGIT_PACKETS) {
            digit(place, sequence, ssrc, packet);
            sent(phone, packet, counted);
            return;
        }
        packet.put((byte) 0x80).put((byte) 8).putShort((short) sequence).putInt(160 * sequence).putInt(ssrc + 1);
        packet.putLong(counted ? 1 : 0).putLong(System.nanoTime());
        packet.position(PACKET).flip();
        sent(phone, packet, counted);
    }

    private static void digit(int place, int sequence, int ssrc, ByteBuffer packet) {
        packet.put((byte) 0x80).put((byte) (place == 0 ? 0x80 | 101 : 101)).putShort((short) sequence);
        packet.putInt(160 * (sequence - place)).putInt(ssrc + 1);
        boolean ends = place >= DIGIT_PACKETS / 2;
        packet.put((byte) 1).put((byte) (ends ? 0x8a : 0x0a));
        packet.putShort((short) (160 * (ends ? DIGIT_PACKETS / 2 : place + 1))).flip();
    }

    private void sent(Phone phone, ByteBuffer packet, boolean counted) {
        try {
            phone.channel.send(packet, phone.to);
            sent += counted ? 1 : 0;
        } catch (IOException refused) {
            // nobody there: it is missing at the other end
        }
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1500);
        while (!closed) {
            try {
                selector.select(key -> hear(key, buffer), 100);
            } catch (IOException broken) {
                return;
            }
        }
    }

    private void hear(SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            ((DatagramChannel) key.channel()).receive(buffer);
            if (buffer.flip().limit() == PACKET && buffer.getLong(12) == 1 && measuring && measured < MOST_MEASURED) {
                nanos[measured++] = System.nanoTime() - buffer.getLong(20);
            }
        } catch (IOException refused) {
            // an ICMP error of what we sent
        }
    }

    private Figures figures() {
        long[] sorted = Arrays.copyOf(nanos, measured);
        Arrays.sort(sorted);
        Figures figures = new Figures(sent, measured, at(sorted, 0.5), at(sorted, 0.99));
        measured = 0;
        sent = 0;
        return figures;
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (Phone phone : phones) {
            phone.channel.close();
        }
        selector.close();
    }
}
