package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
    private static final String NUMBER = "0310050581";
    private static final String CALLER = "0216583456";
    private static final int VOICE = 600;
    private static final int CARRIER = 800;
    private static final int SECOND = 10;

    private Customer customer;

    @BeforeEach
    void outOfHours(Exchange exchange) {
        customer = Customer.with(exchange, 100, 101);
        customer.closeForToday();
    }

    @Test
    void tone_spoken_by_one_telephone_is_what_the_next_caller_hears(Exchange exchange) {
        customer.addNumber(NUMBER);
        customer.api().put(customer.path("prompts/CLOSED/opening"), Map.of());
        try (Phone speaker = Phone.registered(exchange, customer, 101, VOICE)) {
            speaker.dial("**500");
            AfterTheBeep.speak(speaker, exchange);
            speaker.press("#");
            JsonObject draft = awaitDraft();
            assertThat(draft.get("by").getAsString()).isEqualTo("101");
            assertThat(draft.get("millis").getAsLong()).isBetween(2_000L, 15_000L);
            assertThat(messages()).as("nothing is live before it is accepted").isEmpty();
            speaker.press("2");
            speaker.awaitEvent("CALL_CLOSED");
        }
        customer.api().post(customer.path("prompts/CLOSED/opening/accept"), Map.of());
        try (Phone caller = Phone.carrier(exchange, CALLER, CARRIER)) {
            caller.dial(exchange.uri(NUMBER));
            caller.awaitEvent("CALL_CLOSED");
            assertThat(caller.heard().tenthsOf(VOICE)).isGreaterThan(2 * SECOND);
        }
    }

    @Test
    void telephone_that_hangs_up_while_speaking_leaves_the_draft_all_the_same(Exchange exchange) {
        customer.api().put(customer.path("prompts/CLOSED/opening"), Map.of());
        try (Phone speaker = Phone.registered(exchange, customer, 101, VOICE)) {
            speaker.dial("**500");
            AfterTheBeep.speak(speaker, exchange);
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

    private Iterable<JsonElement> messages() {
        return customer.api().get(customer.path("prompts")).getAsJsonArray();
    }
}
