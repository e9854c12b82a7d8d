package ro.clickphone.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.call.Wheel;

/** The engine on free ports of loopback with the business of {@link TestHost}, and phones at it. */
final class TestExchange implements AutoCloseable {
    final TestBusiness business = new TestBusiness(TestHost::decide, TestHost::next);
    final List<CallRecord> records = new CopyOnWriteArrayList<>();
    final PassingClock clock = new PassingClock();
    final SipEngine engine;
    private final int port;
    private final int carrierPort = freePort();
    private final ExecutorService asks = Executors.newFixedThreadPool(4);
    private final List<SipPhone> phones = new ArrayList<>();

    TestExchange() {
        this(new Wheel());
    }

    /** @param wheel of the timers */
    TestExchange(Wheel wheel) {
        business.onTransfer = transfer -> new CallStep(TestHost.stepFor(transfer), FlowState.NONE);
        business.trunks.add(TrunkConfig.to(
                new TrunkId(1),
                "carrier",
                "127.0.0.1",
                carrierPort,
                Transport.UDP,
                List.of("127.0.0.1"),
                TrunkConfig.NumberFormat.E164_PLUS));
        try {
            Path folder = Files.createTempDirectory("exchange");
            port = freePort();
            engine = SipEngine.open(TestHost.config(port, folder), business, asks, records::add, clock, wheel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clock on the wall, and a test that says that time has passed. */
    static final class PassingClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void pass(Duration time) {
            ahead = ahead.plus(time);
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
            return Instant.now().plus(ahead);
        }
    }

    int port() {
        return port;
    }

    /** An extension's, registered. */
    SipPhone phone(int extension, int hertz) {
        SipPhone phone = SipPhone.registered(port, extension, hertz);
        phones.add(phone);
        return phone;
    }

    /** A carrier's machine: it is known by its address. */
    SipPhone carrier(String number, int hertz) {
        SipPhone phone = new SipPhone(port, number, hertz, carrierPort);
        phones.add(phone);
        return phone;
    }

    @Override
    public void close() {
        phones.forEach(SipPhone::close);
        engine.close();
        asks.shutdownNow();
    }

    /** For UDP and TCP, out of the way of what the system gives to clients. */
    private static int freePort() {
        InetAddress here = InetAddress.getLoopbackAddress();
        for (int tries = 0; tries < 1000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(27_000, 32_000);
            try (ServerSocket tcp = new ServerSocket(port, 1, here);
                    DatagramSocket udp = new DatagramSocket(port, here)) {
                return port;
            } catch (IOException e) {
                // taken
            }
        }
        throw new IllegalStateException("no free port");
    }
}
