package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

/** A message recorded by {@code **500} from a telephone (manual, items 81 to 83), and heard by the next caller. */
@ExtendWith(SharedExchange.class)
class RecordMessageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int VOICE = 600;
    private static final int BEEP = 1000;
    private static final int SECOND = 10;
    private static final int BYTES_A_SECOND = 16_000;

    private Customer customer;

    @BeforeEach
    void outOfHours(Exchange exchange) {
        customer = Customer.with(exchange, 100, 101);
        String day = LocalDate.now(ZoneId.of("Europe/Bucharest"))
                .plusDays(3)
                .getDayOfWeek()
                .name();
        customer.api()
                .put(
                        customer.path("schedule"),
                        Map.of("intervals", List.of(Map.of("day", day, "from", "09:00", "until", "17:59"))));
    }

    @Test
    void telephone_that_hangs_up_while_speaking_leaves_the_draft_all_the_same(Exchange exchange) {
        customer.api().put(customer.path("prompts/CLOSED/opening"), Map.of());
        try (Phone speaker = Phone.registered(exchange, customer, 101, VOICE)) {
            speaker.dial("**500");
            speakAfterTheBeep(speaker, exchange);
            speaker.hangUp();
            assertThat(awaitDraft().get("origin").getAsString()).isEqualTo("PHONE");
        }
    }

    @Test
    void without_an_open_slot_the_telephone_says_so_and_hangs_up(Exchange exchange) {
        try (Phone speaker = Phone.registered(exchange, customer, 101, VOICE)) {
            speaker.dial("**500");
            speaker.awaitEvent("CALL_CLOSED");
            assertThat(speaker.heard().tenthsOfSound()).isGreaterThan(SECOND);
        }
    }

    /** The exchange is silent while it records: how much was spoken shows in its folder alone. */
    private static void speakAfterTheBeep(Phone speaker, Exchange exchange) {
        List<Path> before = takes(exchange);
        speaker.awaitEvent("CALL_ESTABLISHED");
        await("the beep").atMost(PATIENCE).until(() -> speaker.heard().tenthsOf(BEEP) >= 2);
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

    private JsonObject awaitDraft() {
        return await("the draft")
                .atMost(PATIENCE)
                .until(
                        () -> openings()
                                .filter(opening -> opening.has("draft"))
                                .map(opening -> opening.getAsJsonObject("draft")),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonObject> openings() {
        return StreamSupport.stream(
                        customer.api()
                                .get(customer.path("prompts/openings"))
                                .getAsJsonArray()
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .findFirst();
    }
}
