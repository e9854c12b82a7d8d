package ro.clickphone.engine.media;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.sdp.OwnAddresses;

/** Two phones on loopback and the engine between them. */
abstract class TwoPhones {
    @TempDir
    Path folder;

    final Ears callersCall = new Ears();
    final Ears calledsCall = new Ears();
    MediaEngine engine;
    Phone caller;
    Phone called;
    LegMedia callersLeg;
    LegMedia calledsLeg;

    private final int firstPort;

    /** @param firstPort of a hundred for the engine's audio */
    TwoPhones(int firstPort) {
        this.firstPort = firstPort;
    }

    @BeforeEach
    void twoLegs() {
        engine = new MediaEngine(new MediaEngine.Settings(
                "127.0.0.1",
                OwnAddresses.of("127.0.0.1"),
                firstPort,
                firstPort + 99,
                folder,
                folder,
                Optional.empty()));
        caller = new Phone();
        called = new Phone();
        CallId call = CallId.random();
        callersLeg = engine.open(call, MediaTerms.PLAIN, callersCall);
        calledsLeg = engine.open(call, MediaTerms.PLAIN, calledsCall);
    }

    @AfterEach
    void close() {
        caller.close();
        called.close();
        engine.close();
    }
}
