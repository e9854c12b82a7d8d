package ro.clickphone.engine;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import ro.clickphone.engine.audio.G711;

/**
 * A fax machine with a socket, whose line is A-law in RTP or T.38 in UDPTL. It lives four times as fast as the clock:
 * nothing in it counts but samples.
 */
final class FaxMachine implements AutoCloseable {
    private static final int FRAME = 160;
    private static final int FRAME_MILLIS = 5;

    private final Spandsp library;
    private final DatagramSocket socket;
    private final Line line;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final ScheduledExecutorService pacer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger packets = new AtomicInteger();
    /** Held here: the library calls it, and the collector does not know that. */
    private final Spandsp.PhaseE ended;

    private volatile InetSocketAddress to;
    private Optional<ScheduledFuture<?>> life = Optional.empty();

    /** What is between the machine and the network. All in the pacer's thread. */
    private interface Line {
        Pointer t30();

        void tick();

        void take(byte[] packet);
    }

    /** Which end of the call it is. */
    enum Side {
        CALLING,
        ANSWERING;

        private int calling() {
            return this == CALLING ? 1 : 0;
        }
    }

    static FaxMachine inAudio(Spandsp library, Side side) {
        return new FaxMachine(library, side, Kind.AUDIO);
    }

    static FaxMachine inPackets(Spandsp library, Side side) {
        return new FaxMachine(library, side, Kind.T38);
    }

    private enum Kind {
        AUDIO,
        T38
    }

    private FaxMachine(Spandsp library, Side side, Kind kind) {
        this.library = library;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line = kind == Kind.AUDIO ? new Audio(side) : new T38(side);
        ended = (t30, user, code) -> end.complete(library.t30_completion_code_to_str(code));
        library.t30_set_phase_e_handler(line.t30(), ended, Pointer.NULL);
    }

    int port() {
        return socket.getLocalPort();
    }

    int packets() {
        return packets.get();
    }

    FaxMachine sends(Path tiff) {
        library.t30_set_tx_file(line.t30(), tiff.toString(), -1, -1);
        return this;
    }

    FaxMachine receives(Path tiff) {
        library.t30_set_rx_file(line.t30(), tiff.toString(), -1);
        return this;
    }

    /** Begins its life, with the network there. */
    void lives(InetSocketAddress there) {
        to = there;
        Thread ear = new Thread(this::listen, "fax " + port());
        ear.setDaemon(true);
        ear.start();
        life = Optional.of(pacer.scheduleAtFixedRate(line::tick, 0, FRAME_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** What it says of the fax when it is over. */
    CompletableFuture<String> end() {
        return end;
    }

    private void send(byte[] packet) {
        try {
            socket.send(new DatagramPacket(packet, packet.length, to));
            packets.incrementAndGet();
        } catch (IOException closed) {
            // switched off
        }
    }

    private void listen() {
        byte[] buffer = new byte[2048];
        try {
            while (!socket.isClosed()) {
                DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
                socket.receive(datagram);
                byte[] packet = Arrays.copyOf(buffer, datagram.getLength());
                pacer.execute(() -> line.take(packet));
            }
        } catch (IOException | java.util.concurrent.RejectedExecutionException closed) {
            // switched off
        }
    }

    @Override
    public void close() {
        life.ifPresent(running -> running.cancel(false));
        pacer.shutdownNow();
        socket.close();
    }

    private final class Audio implements Line {
        private final Pointer fax;
        private int sequence;

        Audio(Side side) {
            fax = library.fax_init(Pointer.NULL, side.calling());
            library.fax_set_transmit_on_idle(fax, 1);
        }

        @Override
        public Pointer t30() {
            return library.fax_get_t30_state(fax);
        }

        @Override
        public void tick() {
            short[] sound = new short[FRAME];
            library.fax_tx(fax, sound, FRAME);
            byte[] payload = new byte[FRAME];
            G711.ALAW.encode(sound, FRAME, payload);
            ByteBuffer packet = ByteBuffer.allocate(12 + FRAME);
            packet.put((byte) 0x80).put((byte) 8).putShort((short) sequence).putInt(FRAME * sequence);
            packet.putInt(port()).put(payload);
            sequence++;
            send(packet.array());
        }

        @Override
        public void take(byte[] packet) {
            short[] sound = new short[FRAME];
            int length = Math.min(FRAME, packet.length - 12);
            G711.ALAW.decode(Arrays.copyOfRange(packet, 12, packet.length), length, sound);
            library.fax_rx(fax, sound, length);
        }
    }

    private final class T38 implements Line {
        private final Pointer terminal;
        private final Spandsp.Packets sender = this::packet;
        private int sequence;

        T38(Side side) {
            terminal = library.t38_terminal_init(Pointer.NULL, side.calling(), sender, Pointer.NULL);
        }

        @Override
        public Pointer t30() {
            return library.t38_terminal_get_t30_state(terminal);
        }

        @Override
        public void tick() {
            library.t38_terminal_send_timeout(terminal, FRAME);
        }

        /** UDPTL (T.38 annex D): number, the packet itself, no older ones. */
        private int packet(Pointer core, Pointer user, Pointer ifp, int length, int count) {
            ByteBuffer packet = ByteBuffer.allocate(length + 5);
            packet.putShort((short) sequence++).put((byte) length).put(ifp.getByteArray(0, length));
            send(packet.array());
            return 0;
        }

        @Override
        public void take(byte[] packet) {
            int length = packet[2] & 0xFF;
            short number = (short) ((packet[0] & 0xFF) << 8 | packet[1] & 0xFF);
            library.t38_core_rx_ifp_packet(
                    library.t38_terminal_get_t38_core_state(terminal),
                    Arrays.copyOfRange(packet, 3, 3 + length),
                    length,
                    number);
        }
    }
}
