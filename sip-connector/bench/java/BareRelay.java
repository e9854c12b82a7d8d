import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * What passing a packet on costs when nothing else is done: one socket a leg, one selector, no look at the packet. The
 * leg at {@code first + 4i} hears what comes to {@code first + 4i + 2} and the other way round.
 */
final class BareRelay {
    private BareRelay() {}

    private record Leg(DatagramChannel out, InetSocketAddress to) {}

    /** Arguments: calls, first port of ours, first port of the callers, first port of the called. */
    public static void main(String[] args) throws Exception {
        int calls = Integer.parseInt(args[0]);
        int first = Integer.parseInt(args[1]);
        Selector selector = Selector.open();
        for (int i = 0; i < calls; i++) {
            DatagramChannel a = open(first + 4 * i);
            DatagramChannel b = open(first + 4 * i + 2);
            a.register(selector, SelectionKey.OP_READ, new Leg(b, at(Integer.parseInt(args[3]) + 4 * i)));
            b.register(selector, SelectionKey.OP_READ, new Leg(a, at(Integer.parseInt(args[2]) + 4 * i)));
        }
        ByteBuffer buffer = ByteBuffer.allocateDirect(1500);
        System.out.println("ready");
        while (true) {
            selector.select(key -> pass(key, buffer));
        }
    }

    private static void pass(SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            if (((DatagramChannel) key.channel()).receive(buffer) != null) {
                Leg leg = (Leg) key.attachment();
                leg.out().send(buffer.flip(), leg.to());
            }
        } catch (java.io.IOException unreachable) {
            // as in the exchange: the far end may come back
        }
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress("127.0.0.1", port);
    }

    private static DatagramChannel open(int port) throws java.io.IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 256 * 1024);
        return channel.bind(at(port));
    }
}
