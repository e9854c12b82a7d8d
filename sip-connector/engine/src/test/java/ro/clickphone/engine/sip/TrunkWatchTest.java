package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.api.TrunkState.Reach;
import ro.clickphone.engine.call.Wheel;
import ro.clickphone.engine.sdp.OwnAddresses;

/** Which machines of a carrier are passed over, and for how long. */
class TrunkWatchTest {
    private static final Duration REST = Duration.ofMinutes(1);
    private static final TrunkWatch.Pace QUICK =
            new TrunkWatch.Pace(Duration.ofMillis(100), Duration.ofMillis(200), REST);
    private static final OurNames NAMES =
            new OurNames("pbx.clickphone.ro", OwnAddresses.of("127.0.0.1"), Map.of(Transport.UDP, 5060), Set.of());

    private final Wheel wheel = new Wheel();
    private final StandingClock clock = new StandingClock();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Optional<Integer> answer = Optional.of(200);
    private final Transactions transactions = new Transactions(wheel, Machine::new);
    private final SipReader reader = new SipReader(
            new SipReader.SipSink() {
                @Override
                public void request(SIPRequest request, Flow flow) {
                    throw new IllegalStateException("none comes here");
                }

                @Override
                public void response(SIPResponse response, Flow flow) {
                    transactions.response(response, flow);
                }
            },
            new SipTrace(java.time.Clock.systemUTC()));
    private final TrunkWatch watch =
            new TrunkWatch(NAMES, transactions, (transport, to) -> new Machine(to), clock, QUICK);

    @Test
    void equal_machines_are_drawn_by_their_weight_and_the_lower_priority_and_the_dead_come_later() {
        Trunks.Peer heavy = peer(5061, 1, 3);
        Trunks.Peer light = peer(5062, 1, 1);
        Trunks.Peer dead = peer(5063, 1, 1000);
        Trunks.Peer later = peer(5064, 2, 1000);
        int heavyFirst = 0;
        for (int calls = 0; calls < 2000; calls++) {
            List<Trunks.Peer> order = TrunkCall.order(List.of(later, dead, light, heavy), dead::equals);
            assertThat(order.subList(2, 4)).containsExactly(later, dead);
            heavyFirst += order.get(0).equals(heavy) ? 1 : 0;
        }
        assertThat(heavyFirst).isBetween(1350, 1650); // three of four
    }

    private static Trunks.Peer peer(int port, int priority, int weight) {
        return new Trunks.Peer(
                new TrunkConfig.Peer("127.0.0.1", port, Transport.UDP, priority, weight),
                new InetSocketAddress("127.0.0.1", port));
    }

    /** Stands still until a test says that time has passed. */
    private static final class StandingClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-27T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @AfterEach
    void stop() {
        wheel.close();
    }

    /** Answers OPTIONS with the status of the moment. */
    private final class Machine implements Flow {
        private final InetSocketAddress remote;

        Machine(InetSocketAddress remote) {
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
            asked.incrementAndGet();
            String request = new String(message, StandardCharsets.UTF_8);
            answer.ifPresent(status -> {
                String response = request.replaceFirst("OPTIONS .*", "SIP/2.0 " + status + " Whatever")
                        .replaceFirst("Max-Forwards: .*\r\n", "")
                        .replaceFirst("(To: .*)\r\n", "$1;tag=x\r\n");
                wheel.after(1, () -> reader.read(response.getBytes(StandardCharsets.UTF_8), this));
            });
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    }

    private static Trunks.Trunk trunk(TrunkConfig.Watch how) {
        TrunkConfig.Peer peer = new TrunkConfig.Peer("192.0.2.1", 5060, Transport.UDP, 1, 1);
        TrunkConfig config = new TrunkConfig(
                new TrunkId(1),
                "carrier",
                List.of(peer),
                List.of(),
                TrunkConfig.NumberFormat.E164,
                Optional.empty(),
                List.of(),
                0,
                TrunkConfig.CallerRules.USUAL,
                how,
                Optional.empty());
        return new Trunks.Trunk(
                config, List.of(new Trunks.Peer(peer, new InetSocketAddress("192.0.2.1", 5060))), List.of());
    }

    private Reach reachOf(Trunks.Trunk trunk) {
        return watch.statesOf(trunk).get(0).reach();
    }

    private static ConditionFactory patiently() {
        return await().pollInterval(Duration.ofMillis(50));
    }

    private void becomes(Trunks.Trunk trunk, Reach reach) {
        patiently().until(() -> {
            watch.look(List.of(trunk));
            return reachOf(trunk) == reach;
        });
    }

    @Test
    void machine_that_stops_answering_is_down_until_it_answers_again() {
        Trunks.Trunk trunk = trunk(TrunkConfig.Watch.BY_OPTIONS);
        becomes(trunk, Reach.UP);
        assertThat(watch.statesOf(trunk).get(0).roundTripMillis()).isPositive();
        answer = Optional.empty();
        becomes(trunk, Reach.DOWN);
        assertThat(watch.isDown(trunk.peers().get(0))).isTrue();
        answer = Optional.of(404);
        becomes(trunk, Reach.UP);
    }

    @Test
    void machine_that_says_503_is_down() {
        Trunks.Trunk trunk = trunk(TrunkConfig.Watch.BY_OPTIONS);
        becomes(trunk, Reach.UP);
        answer = Optional.of(503);
        becomes(trunk, Reach.DOWN);
    }

    @Test
    void machine_that_never_answered_options_gets_calls() {
        answer = Optional.empty();
        Trunks.Trunk trunk = trunk(TrunkConfig.Watch.BY_OPTIONS);
        watch.look(List.of(trunk));
        patiently().until(() -> asked.get() >= 1 && transactions.size() == 0);
        assertThat(watch.isDown(trunk.peers().get(0))).isFalse();
    }

    @Test
    void machine_that_failed_a_call_rests_and_gets_another_chance_unasked() {
        Trunks.Trunk trunk = trunk(TrunkConfig.Watch.BY_CALLS);
        watch.look(List.of(trunk));
        watch.failed(trunk.peers().get(0));
        assertThat(watch.isDown(trunk.peers().get(0))).isTrue();
        clock.pass(REST.minusSeconds(1));
        watch.look(List.of(trunk));
        assertThat(reachOf(trunk)).isEqualTo(Reach.DOWN);
        clock.pass(Duration.ofSeconds(1));
        watch.look(List.of(trunk));
        assertThat(reachOf(trunk)).isEqualTo(Reach.UNKNOWN);
        assertThat(asked).hasValue(0);
    }
}
