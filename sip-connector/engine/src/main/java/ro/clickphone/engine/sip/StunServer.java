package ro.clickphone.engine.sip;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** STUN on a port of its own, for phones that want a server named: tells them where they come from, and nothing else. */
final class StunServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StunServer.class.getName());
    /** A request has no reason to be longer; what is cut fails its own length. */
    private static final int LONGEST = 548;

    private final DatagramChannel channel;

    StunServer(InetSocketAddress bind) throws IOException {
        channel = DatagramChannel.open();
        try {
            channel.bind(bind);
        } catch (IOException e) {
            channel.close();
            throw new IOException("The STUN port " + bind.getPort() + " cannot be opened: " + e.getMessage(), e);
        }
        UdpTransport.daemon("clickphone-stun", this::serve);
    }

    InetSocketAddress local() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    private void serve() {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                InetSocketAddress source = (InetSocketAddress) channel.receive(buffer);
                byte[] request = new byte[buffer.flip().remaining()];
                buffer.get(request);
                Optional<byte[]> answer = Stun.answer(request, source);
                if (answer.isPresent()) {
                    channel.send(ByteBuffer.wrap(answer.get()), source);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.FINE, "A question that could not be answered", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
