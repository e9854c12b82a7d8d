package ro.clickphone.system.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import ro.clickphone.system.Exchange;

/**
 * The audio of a scripted call. Once it has heard something it says one A-law value fifty times a second to where that came
 * from; and it counts the values that it hears.
 */
final class RtpEar implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int SAMPLES = 160;
    private static final int A_LAW = 8;

    private final DatagramSocket socket;
    private final byte said;
    private final Timer mouth = new Timer("mouth", true);
    private final AtomicLong packets = new AtomicLong();
    private final AtomicLongArray values = new AtomicLongArray(256);
    private volatile SocketAddress far;
    private int sequence;

    private RtpEar(DatagramSocket socket, int said) {
        this.socket = socket;
        this.said = (byte) said;
        Thread listener = new Thread(this::listen, "ear");
        listener.setDaemon(true);
        listener.start();
        TimerTask word = new TimerTask() {
            @Override
            public void run() {
                say();
            }
        };
        mouth.scheduleAtFixedRate(word, 20, 20);
    }

    /** @param value the A-law value of every sample it says */
    static RtpEar saying(int value) {
        try {
            return new RtpEar(new DatagramSocket(new InetSocketAddress(Exchange.LOOPBACK, 0)), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String port() {
        return Integer.toString(socket.getLocalPort());
    }

    /** Packets of any sound. */
    long packets() {
        return packets.get();
    }

    /** Samples of exactly that value. */
    long heard(int value) {
        return values.get(value & 0xff);
    }

    /** How many different values were heard: speech has many, silence and our own voices have one. */
    long variety() {
        long different = 0;
        for (int i = 0; i < values.length(); i++) {
            different += values.get(i) > 0 ? 1 : 0;
        }
        return different;
    }

    private void listen() {
        byte[] buffer = new byte[2048];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                packets.incrementAndGet();
                far = packet.getSocketAddress();
                for (int i = HEADER; i < packet.getLength(); i++) {
                    values.incrementAndGet(buffer[i] & 0xff);
                }
            } catch (IOException e) {
                // closed, or the other end has closed its port
            }
        }
    }

    private void say() {
        SocketAddress to = far;
        if (to == null) {
            return;
        }
        byte[] packet = new byte[HEADER + SAMPLES];
        Arrays.fill(packet, HEADER, packet.length, said);
        sequence++;
        ByteBuffer.wrap(packet)
                .put((byte) 0x80)
                .put((byte) A_LAW)
                .putShort((short) sequence)
                .putInt(sequence * SAMPLES)
                .putInt(said);
        try {
            socket.send(new DatagramPacket(packet, packet.length, to));
        } catch (IOException e) {
            // the other end has closed its port
        }
    }

    @Override
    public void close() {
        mouth.cancel();
        socket.close();
    }
}
