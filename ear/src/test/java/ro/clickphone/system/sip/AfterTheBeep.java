package ro.clickphone.system.sip;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import ro.clickphone.system.Exchange;

/** A telephone that speaks to the exchange, which records it. */
final class AfterTheBeep {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int BEEP = 1000;
    private static final int BYTES_A_SECOND = 16_000;

    private AfterTheBeep() {}

    /** The exchange is silent while it records: how much was spoken shows in its folder alone. */
    static void speak(Phone speaker, Exchange exchange) {
        List<Path> before = takes(exchange);
        speaker.awaitEvent("CALL_ESTABLISHED");
        await("the beep").atMost(PATIENCE).until(() -> speaker.heard().tenthsOf(BEEP) >= 1);
        await("three seconds of speaking").atMost(PATIENCE).until(() -> takes(exchange).stream()
                .filter(take -> !before.contains(take))
                .anyMatch(take -> take.toFile().length() > 3 * BYTES_A_SECOND));
    }

    private static List<Path> takes(Exchange exchange) {
        File[] files = exchange.data().resolve("recordings").toFile().listFiles();
        return files == null
                ? List.of()
                : Stream.of(files)
                        .filter(file -> file.getName().startsWith("take-"))
                        .map(File::toPath)
                        .toList();
    }
}
