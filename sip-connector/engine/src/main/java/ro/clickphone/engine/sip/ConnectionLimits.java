package ro.clickphone.engine.sip;

import io.netty.channel.socket.SocketChannel;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How many connections there may be, in all and from one address (an office behind one address has many phones). */
final class ConnectionLimits {
    private static final Logger LOG = Logger.getLogger(ConnectionLimits.class.getName());

    private final int most;
    private final int mostOfOneAddress;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

    ConnectionLimits(int most, int mostOfOneAddress) {
        this.most = most;
        this.mostOfOneAddress = mostOfOneAddress;
    }

    /** Counts it until it is closed. @return false when it is one too many */
    boolean admit(SocketChannel channel) {
        InetAddress address = Household.of(channel.remoteAddress().getAddress());
        int ofThis = byAddress.merge(address, 1, Integer::sum);
        int ofAll = all.incrementAndGet();
        channel.closeFuture().addListener(closed -> leave(address));
        boolean admitted = ofThis <= mostOfOneAddress && ofAll <= most;
        if (!admitted) {
            LOG.log(Level.FINE, "Connection of {0} refused: {1} of its own, {2} in all", new Object[] {
                address.getHostAddress(), ofThis, ofAll
            });
        }
        return admitted;
    }

    private void leave(InetAddress address) {
        all.decrementAndGet();
        byAddress.computeIfPresent(address, (of, count) -> count == 1 ? null : count - 1);
    }

    int count() {
        return all.get();
    }
}
