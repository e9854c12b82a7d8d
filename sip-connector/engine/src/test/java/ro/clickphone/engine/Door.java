package ro.clickphone.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;

/** A whole engine with its ports open on loopback. */
final class Door implements AutoCloseable {
    private static final Random RANDOM = new Random();

    private final ExecutorService asks = Executors.newFixedThreadPool(4);
    private final SipEngine engine;
    private final InetSocketAddress address;

    private Door(EngineConfig config, TestBusiness business, Clock clock) {
        this.address = new InetSocketAddress(config.bind(), config.sipPort());
        try {
            this.engine = SipEngine.open(config, business, asks, record -> {}, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param folder for recordings */
    static Door open(TestBusiness business, Path folder) {
        return new Door(TestHost.config(freePort(), folder), business, Clock.systemUTC());
    }

    static Door open(EngineConfig config, TestBusiness business, Clock clock) {
        return new Door(config, business, clock);
    }

    /** Who has no number, and hangs up when a step has ended. */
    static TestBusiness business() {
        return new TestBusiness(
                call -> new CallStep(Step.Reject.with(404), FlowState.NONE),
                outcome -> new CallStep(new Step.HangUp(HangupCause.NORMAL), FlowState.NONE));
    }

    SipEngine engine() {
        return engine;
    }

    InetSocketAddress address() {
        return address;
    }

    Wire udp() {
        return Wire.udp("127.0.0.1", address);
    }

    Wire tcp() {
        return Wire.tcp(address);
    }

    /** For UDP and TCP, out of the way of what the system gives to clients. */
    static int freePort() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = RANDOM.nextInt(20_000, 27_000);
            try (ServerSocket tcp = new ServerSocket();
                    DatagramSocket udp = new DatagramSocket(null)) {
                tcp.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
                udp.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
                return port;
            } catch (IOException e) {
                // taken
            }
        }
        throw new IllegalStateException("no port is free");
    }

    @Override
    public void close() {
        engine.close();
        asks.shutdownNow();
    }
}
