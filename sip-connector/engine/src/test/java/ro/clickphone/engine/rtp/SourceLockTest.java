package ro.clickphone.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "RTP bleed" (AST-2017-005): whoever sends to a port of ours is not heard because of it. */
class SourceLockTest {
    private static final InetSocketAddress NAMED = new InetSocketAddress("203.0.113.5", 4000);
    private static final InetSocketAddress STRANGER = new InetSocketAddress("198.51.100.66", 4000);
    private static final long ONE_MINUTE = 60_000_000_000L;
    private static final int SSRC = 7;

    private final SourceLock lock = new SourceLock();

    @Test
    void stranger_is_not_heard_before_the_named_address_speaks() {
        lock.expect(Optional.of(NAMED));
        assertThat(hears(STRANGER, 0)).isFalse();
        assertThat(lock.target()).contains(NAMED);
    }

    @Test
    void stranger_is_not_heard_after_it_spoke() {
        lock.expect(Optional.of(NAMED));
        assertThat(hears(NAMED, 0)).isTrue();
        assertThat(hears(STRANGER, ONE_MINUTE)).isFalse();
        assertThat(lock.target()).contains(NAMED);
    }

    /** Even one who sends from another port of the phone's own address. */
    @Test
    void once_locked_another_port_is_not_heard_either() {
        lock.expect(Optional.of(NAMED));
        assertThat(hears(NAMED, 0)).isTrue();
        assertThat(hears(new InetSocketAddress(NAMED.getAddress(), 4002), ONE_MINUTE))
                .isFalse();
    }

    @Test
    void phone_behind_a_router_is_believed_after_four_packets_in_a_row() {
        InetSocketAddress atHome = new InetSocketAddress("192.168.1.20", 4000);
        lock.expect(Optional.of(atHome));
        lock.signalledFrom(NAMED.getAddress());
        assertThat(lock.accepts(NAMED, SSRC, 1, 0)).isFalse();
        assertThat(lock.accepts(NAMED, SSRC, 9, 0)).isFalse();
        assertThat(hears(NAMED, 0)).isTrue();
        assertThat(lock.target()).contains(NAMED);
        assertThat(hears(STRANGER, ONE_MINUTE)).isFalse();
    }

    /** A stream of ten packets. */
    private boolean hears(InetSocketAddress from, long nanos) {
        boolean heard = false;
        for (int sequence = 100; sequence < 110; sequence++) {
            heard |= lock.accepts(from, SSRC, sequence, nanos);
        }
        return heard;
    }
}
