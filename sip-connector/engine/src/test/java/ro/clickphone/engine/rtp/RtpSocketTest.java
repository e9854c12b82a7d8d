package ro.clickphone.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sockets that one leg after the other uses. */
class RtpSocketTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MediaLoop loop = new MediaLoop("media-test");
    private final RtpPorts ports = new RtpPorts(43_210, 43_229, new Random(1));
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void a_pair_serves_the_next_leg_after_its_rest_and_is_deaf_to_the_old_one() throws Exception {
        RtpSocket first = leg("first");
        int port = first.port();
        says("one", port);
        await().until(() -> heard.contains("first: one"));
        loop.post(() -> first.retire(loop));
        assertThat(leg("beside").port()).as("it rests").isNotEqualTo(port);

        await().atMost(PATIENCE).until(() -> loop.restedPorts() == 1);
        assertThat(leg("next").port()).isEqualTo(port);
        await().until(() -> {
            says("two", port);
            return heard.contains("next: two");
        });
        assertThat(heard).doesNotContain("first: two");
    }

    @Test
    void one_that_somebody_sends_to_is_passed_over_and_one_that_nobody_wants_is_closed() {
        RestedSockets rested = new RestedSockets();
        RtpSocket noisy = RtpSocket.open(ports, HERE, loop).orElseThrow();
        RtpSocket quiet = RtpSocket.open(ports, HERE, loop).orElseThrow();
        int free = ports.free();
        rested.keep(new Waiting(noisy, false));
        rested.keep(new Waiting(quiet, true));
        assertThat(rested.take(0)).containsSame(quiet);
        assertThat(rested.take(0)).isEmpty();
        rested.tick(Duration.ofSeconds(59).toNanos());
        assertThat(rested.size()).isOne();
        rested.tick(Duration.ofSeconds(60).toNanos());
        assertThat(rested.size()).isZero();
        assertThat(ports.free()).isEqualTo(free + 1);
    }

    private record Waiting(RtpSocket socket, boolean isQuiet) implements RestedSockets.Rested {
        @Override
        public boolean isQuiet(long nanos) {
            return isQuiet;
        }

        @Override
        public long since() {
            return 0;
        }
    }

    private RtpSocket leg(String name) {
        RtpSocket socket = RtpSocket.open(ports, HERE, loop).orElseThrow();
        loop.post(() -> socket.attach(loop, inlet(name)));
        return socket;
    }

    private RtpSocket.Inlet inlet(String name) {
        return new RtpSocket.Inlet() {
            @Override
            public void rtp(ByteBuffer datagram, InetSocketAddress from, long nanos) {
                byte[] bytes = new byte[datagram.remaining()];
                datagram.get(bytes);
                heard.add(name + ": " + new String(bytes, StandardCharsets.US_ASCII));
            }

            @Override
            public void rtcp(ByteBuffer datagram, InetSocketAddress from, long nanos) {
                // nobody reports
            }
        };
    }

    private static void says(String what, int port) throws Exception {
        try (DatagramSocket phone = new DatagramSocket()) {
            phone.send(new DatagramPacket(what.getBytes(StandardCharsets.US_ASCII), what.length(), HERE, port));
        }
    }
}
