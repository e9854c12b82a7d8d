package ro.clickphone.engine.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The two sockets of a leg: RTP on an even port, RTCP on the next one. Opened by any thread; after {@link #attach} it
 * belongs to the loop's thread. When it is given up it rests, still open, and what comes is thrown away: it may serve
 * again, on the same loop, only when nobody has sent to it for some seconds.
 */
public final class RtpSocket {
    private static final Logger LOG = Logger.getLogger(RtpSocket.class.getName());
    /** Ports of other programs in our range that are passed over for one leg. */
    private static final int MOST_TRIES = 50;

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final long REST_NANOS = 5_000_000_000L;
    private static final long QUIET_NANOS = 3_000_000_000L;

    private final RtpPorts ports;
    private final int port;
    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;
    private final List<SelectionKey> keys = new ArrayList<>(2);

    /** Takes what comes; on the loop's thread. The buffer is the loop's, and is used again for the next packet. */
    public interface Inlet {
        void rtp(ByteBuffer datagram, InetSocketAddress from, long nanos);

        void rtcp(ByteBuffer datagram, InetSocketAddress from, long nanos);
    }

    private RtpSocket(RtpPorts ports, int port, DatagramChannel rtp, DatagramChannel rtcp) {
        this.ports = ports;
        this.port = port;
        this.rtp = rtp;
        this.rtcp = rtcp;
    }

    /** One that has rested on that loop, or a new one. @return empty when all ports are in use or resting */
    public static Optional<RtpSocket> open(RtpPorts ports, InetAddress bind, MediaLoop loop) {
        return loop.rested().take(System.nanoTime()).or(() -> open(ports, bind));
    }

    private static Optional<RtpSocket> open(RtpPorts ports, InetAddress bind) {
        for (int i = 0; i < MOST_TRIES; i++) {
            OptionalInt port = ports.take();
            if (port.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(bound(ports, port.getAsInt(), bind));
            } catch (IOException taken) {
                LOG.log(Level.FINE, "RTP port {0} is not ours to have: {1}", new Object[] {
                    Integer.toString(port.getAsInt()), taken.getMessage()
                });
                ports.giveBack(port.getAsInt());
            }
        }
        return Optional.empty();
    }

    private static RtpSocket bound(RtpPorts ports, int port, InetAddress bind) throws IOException {
        DatagramChannel rtp = bound(new InetSocketAddress(bind, port));
        try {
            return new RtpSocket(ports, port, rtp, bound(new InetSocketAddress(bind, port + 1)));
        } catch (IOException taken) {
            rtp.close();
            throw taken;
        }
    }

    private static DatagramChannel bound(InetSocketAddress address) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
            // expedited forwarding (RFC 3246), for routers that look at it
            channel.setOption(StandardSocketOptions.IP_TOS, 0xB8);
            return channel.bind(address);
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
    }

    public int port() {
        return port;
    }

    /** From now on what comes is given to the inlet. On the loop's thread. */
    public void attach(MediaLoop loop, Inlet inlet) {
        read(
                loop,
                (channel, buffer, nanos) -> {
                    if (channel.receive(buffer) instanceof InetSocketAddress from) {
                        inlet.rtp(buffer.flip(), from, nanos);
                    }
                },
                (channel, buffer, nanos) -> {
                    if (channel.receive(buffer) instanceof InetSocketAddress from) {
                        inlet.rtcp(buffer.flip(), from, nanos);
                    }
                });
    }

    /** Leaves the loop, to be attached to another one. On the loop's thread. */
    public void detach(MediaLoop loop) {
        keys.forEach(SelectionKey::cancel);
        keys.clear();
        try {
            loop.forgetCancelled();
        } catch (IOException broken) {
            LOG.log(Level.WARNING, "A leg could not leave its loop cleanly", broken);
        }
    }

    public void send(ByteBuffer datagram, InetSocketAddress to) {
        MediaLoop.send(rtp, datagram, to);
    }

    public void sendRtcp(ByteBuffer datagram, InetSocketAddress to) {
        MediaLoop.send(rtcp, datagram, to);
    }

    /** Gives the ports up, after their rest. On the loop's thread. */
    public void retire(MediaLoop loop) {
        Rest rest = new Rest(loop, loop.now());
        read(loop, rest::drain, rest::drain);
        loop.everySecond(rest);
    }

    private void read(MediaLoop loop, MediaLoop.Reader ofRtp, MediaLoop.Reader ofRtcp) {
        if (!keys.isEmpty()) {
            keys.get(0).attach(ofRtp);
            keys.get(1).attach(ofRtcp);
            return;
        }
        try {
            keys.add(loop.register(rtp, ofRtp));
            keys.add(loop.register(rtcp, ofRtcp));
        } catch (IOException closed) {
            LOG.log(Level.WARNING, "A leg's sockets could not be read", closed);
        }
    }

    /** On the loop's thread; its port is free again. */
    void close() {
        try {
            rtp.close();
            rtcp.close();
        } catch (IOException broken) {
            LOG.log(Level.FINE, "A socket did not close", broken);
        }
        ports.giveBack(port);
    }

    private final class Rest implements MediaLoop.Ticked, RestedSockets.Rested {
        private final MediaLoop loop;
        private final long since;
        private volatile long lastPacket;

        Rest(MediaLoop loop, long since) {
            this.loop = loop;
            this.since = since;
            this.lastPacket = since - QUIET_NANOS;
        }

        void drain(DatagramChannel channel, ByteBuffer buffer, long nanos) throws IOException {
            channel.receive(buffer);
            lastPacket = nanos;
        }

        @Override
        public void tick(long nanos) {
            if (nanos - since >= REST_NANOS && isQuiet(nanos)) {
                loop.noSecond(this);
                if (!loop.rested().keep(this)) {
                    close();
                }
            }
        }

        @Override
        public boolean isQuiet(long nanos) {
            return nanos - lastPacket >= QUIET_NANOS;
        }

        @Override
        public RtpSocket socket() {
            return RtpSocket.this;
        }

        @Override
        public long since() {
            return since;
        }
    }
}
