package ro.clickphone.engine.sip;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.Transport;

/**
 * SIP over UDP: one thread receives, some lanes parse. A lane is chosen by the Call-ID, so messages of a dialog never
 * overtake each other; a full lane drops, and the sender repeats. On a single core there are no lanes: handing a packet
 * to another thread would cost there and gain nothing, and the kernel's buffer is the queue.
 */
final class UdpTransport implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(UdpTransport.class.getName());
    private static final int LARGEST = 65_535;
    private static final int LANE_LENGTH = 4096;
    private static final int RECEIVE_BUFFER = 4_000_000;
    private static final int SEND_BUFFER = 1_000_000;

    private final DatagramChannel channel;
    private final SipReader reader;
    private final UdpSide side;
    private final Lane[] lanes;
    private final Thread receiver;
    private final LongAdder dropped = new LongAdder();

    /** What is not SIP on this port: STUN requests, keep-alives (RFC 5626 4.4). */
    interface UdpSide {
        /** @return true when the packet was meant for it */
        boolean takes(byte[] packet, Flow flow);

        /** @return true when nothing from there is to be read now */
        boolean isBlocked(InetSocketAddress source);
    }

    /** @param lanes from {@link #lanesFor} */
    UdpTransport(InetSocketAddress bind, SipReader reader, UdpSide side, int lanes) throws IOException {
        this.reader = reader;
        this.side = side;
        channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        channel.bind(bind);
        this.lanes = new Lane[lanes];
        for (int i = 0; i < lanes; i++) {
            this.lanes[i] = new Lane(i);
        }
        receiver = daemon("clickphone-sip-udp", this::receive);
    }

    static int lanesFor(int cores) {
        return cores == 1 ? 0 : Math.min(8, cores);
    }

    InetSocketAddress local() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    Flow to(InetSocketAddress remote) {
        return new UdpFlow(remote);
    }

    /** Packets that found their lane full. */
    long dropped() {
        return dropped.sum();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        receiver.interrupt();
        for (Lane lane : lanes) {
            lane.thread.interrupt();
        }
    }

    private void receive() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                InetSocketAddress source = (InetSocketAddress) channel.receive(buffer);
                buffer.flip();
                if (!side.isBlocked(source)) {
                    byte[] packet = new byte[buffer.remaining()];
                    buffer.get(packet);
                    sort(packet, new UdpFlow(source));
                }
            } catch (AsynchronousCloseException e) {
                return;
            } catch (IOException | RuntimeException | Error e) {
                // an ICMP error of an earlier packet, or a hostile one: the port stays open
                LOG.log(Level.FINE, "A packet that could not be received", e);
            }
        }
    }

    private void sort(byte[] packet, Flow flow) {
        if (packet.length < 20 || packet[0] <= ' ' || packet[0] > '~') {
            side.takes(packet, flow);
            return;
        }
        if (lanes.length == 0) {
            reader.read(packet, flow);
            return;
        }
        Lane lane = lanes[Math.floorMod(RawText.callIdHash(packet), lanes.length)];
        if (!lane.queue.offer(new Packet(packet, flow))) {
            dropped.increment();
        }
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private record Packet(byte[] bytes, Flow flow) {}

    private final class Lane {
        private final BlockingQueue<Packet> queue = new ArrayBlockingQueue<>(LANE_LENGTH);
        private final Thread thread;

        Lane(int number) {
            thread = daemon("clickphone-sip-lane-" + number, this::work);
        }

        private void work() {
            while (channel.isOpen()) {
                try {
                    Packet packet = queue.take();
                    reader.read(packet.bytes(), packet.flow());
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException | Error e) {
                    LOG.log(Level.SEVERE, "A message could not be handled", e);
                }
            }
        }
    }

    private final class UdpFlow implements Flow {
        private final InetSocketAddress remote;

        UdpFlow(InetSocketAddress remote) {
            this.remote = remote;
        }

        @Override
        public Transport transport() {
            return Transport.UDP;
        }

        @Override
        public InetSocketAddress remote() {
            return remote;
        }

        @Override
        public void send(byte[] message, Runnable failed) {
            try {
                reader.sent(message, this);
                channel.send(ByteBuffer.wrap(message), remote);
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.FINE, "Nothing can be sent to " + remote, e);
                failed.run();
            }
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }
    }
}
