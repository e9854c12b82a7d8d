package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

/** The manual's example called from the public network: hours, menu, submenu, queue, a telephone that rings. */
@ExtendWith(SharedExchange.class)
class CarrierCallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String NUMBER = "0310050562";
    private static final String CALLER = "0216583456";
    private static final int LOW = 600;
    private static final int HIGH = 1000;
    private static final int ONE_SECOND = 10;
    /** Of a talk whose recording rests, before it ends. */
    private static final int LEFT_OUT = 6 * ONE_SECOND;

    private Customer closed;

    @AfterEach
    void openAgain() {
        if (closed != null) {
            closed.openAlways();
        }
    }

    @Test
    void caller_presses_one_and_two_waits_in_the_queue_and_talks_with_104(Exchange exchange) {
        Customer customer = Customer.demo(exchange);
        customer.openAlways();
        try (Phone agent = Phone.registered(exchange, customer, 104, HIGH);
                Phone carrier = Phone.carrier(exchange, CALLER, LOW)) {
            carrier.dial(exchange.uri(NUMBER));
            carrier.awaitEvent("CALL_ESTABLISHED");
            await("the menu's words")
                    .atMost(PATIENCE)
                    .until(() -> carrier.heard().tenthsOfSound() > ONE_SECOND);
            carrier.press("1");
            await("the agent's telephone")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        carrier.press("2");
                        return agent.hasEvent("CALL_INCOMING");
                    });
            agent.answer();
            agent.awaitEvent("CALL_ESTABLISHED");
            await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
                assertThat(carrier.heard().tenthsOf(HIGH)).isGreaterThan(ONE_SECOND);
                assertThat(agent.heard().tenthsOf(LOW)).isGreaterThan(ONE_SECOND);
            });
            assertThat(agent.heard().tenthsOf(HIGH)).isZero();
            agent.hangUp();
            carrier.awaitEvent("CALL_CLOSED");
        }
        JsonObject record = await("the row of received calls")
                .atMost(PATIENCE)
                .until(() -> received(customer, "TAKEN"), Optional::isPresent)
                .orElseThrow();
        assertThat(record.get("talkSeconds").getAsLong()).isBetween(1L, 60L);
    }

    @Test
    void out_of_hours_the_caller_hears_that_we_are_closed_and_no_telephone_rings(Exchange exchange) {
        Customer customer = Customer.demo(exchange);
        customer.closeForToday();
        closed = customer;
        try (Phone agent = Phone.registered(exchange, customer, 104, HIGH);
                Phone carrier = Phone.carrier(exchange, CALLER, LOW)) {
            carrier.dial(exchange.uri(NUMBER));
            carrier.awaitEvent("CALL_CLOSED");
            assertThat(carrier.heard().tenthsOfSound()).isGreaterThan(ONE_SECOND);
            assertThat(agent.hasEvent("CALL_INCOMING")).isFalse();
        }
        await("the row of received calls")
                .atMost(PATIENCE)
                .until(() -> received(customer, "LOST"), Optional::isPresent);
    }

    @Test
    void recorded_caller_is_told_first_and_what_both_said_lies_sealed_and_is_heard_by_its_owner(Exchange exchange)
            throws IOException {
        Customer customer = Customer.demo(exchange);
        customer.openAlways();
        customer.api().put(customer.path("recordings/rule"), Map.of("recorded", List.of("RECEIVED"), "keptDays", 30));
        customer.api().put(customer.path("routing"), Map.of("to", "EXTENSIONS", "extensions", List.of(104)));
        try (Phone agent = Phone.registered(exchange, customer, 104, HIGH);
                Phone carrier = Phone.carrier(exchange, CALLER, LOW)) {
            carrier.dial(exchange.uri(NUMBER));
            carrier.awaitEvent("CALL_ESTABLISHED");
            agent.awaitEvent("CALL_INCOMING");
            assertThat(carrier.heard().tenthsOfSound()).isGreaterThan(ONE_SECOND);
            agent.answer();
            await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
                assertThat(carrier.heard().tenthsOf(HIGH)).isGreaterThan(3 * ONE_SECOND);
                assertThat(agent.heard().tenthsOf(LOW)).isGreaterThan(3 * ONE_SECOND);
            });
            agent.hangUp();
            carrier.awaitEvent("CALL_CLOSED");
        } finally {
            customer.api().put(customer.path("recordings/rule"), Map.of("recorded", List.of(), "keptDays", 30));
            customer.api().put(customer.path("routing"), Map.of("to", "IVR"));
        }
        JsonObject recording = await("the recording")
                .atMost(PATIENCE)
                .until(() -> customer.api().get(customer.path("recordings")).getAsJsonArray(), list -> !list.isEmpty())
                .get(0)
                .getAsJsonObject();
        assertThat(recording.get("source").getAsString()).isEqualTo(CALLER);
        assertThat(recording.get("announced").getAsString()).matches("call-recorded/ro/[0-9a-f]{16}");
        Path folder = exchange.data().resolve("recordings");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("call-"));
        }
        String name = recording.get("call").getAsString() + "-"
                + recording.get("part").getAsInt();
        Path sealed = folder.resolve("sealed").resolve(customer.id() + "/" + name + ".sealed");
        assertThat(new String(Files.readAllBytes(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("RIFF", "WAVE");
        byte[] wav = customer.api().bytes(customer.path("recordings/" + name.replaceFirst("-([0-9]+)$", "/$1")));
        assertThat(Heard.side(wav, 0).tenthsOf(LOW)).isGreaterThan(2 * ONE_SECOND);
        assertThat(Heard.side(wav, 1).tenthsOf(HIGH)).isGreaterThan(2 * ONE_SECOND);
        assertThat(Heard.side(wav, 0).tenthsOf(HIGH)).isLessThan(3);
    }

    @Test
    void colleagues_who_are_recorded_are_both_told_at_the_answer_and_nothing_lies_in_clear_meanwhile(Exchange exchange)
            throws IOException {
        Customer customer = Customer.with(exchange, 100, 101);
        customer.api().put(customer.path("recordings/rule"), Map.of("recorded", List.of("INTERNAL"), "keptDays", 30));
        Path folder = exchange.data().resolve("recordings");
        String live = "call-" + customer.id() + "-";
        long saidUntilThen;
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone called = Phone.registered(exchange, customer, 101, HIGH)) {
            caller.dial("101");
            called.awaitEvent("CALL_INCOMING");
            called.answer();
            caller.awaitEvent("CALL_ESTABLISHED");
            await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
                assertThat(caller.heard().tenthsOf(HIGH)).isGreaterThan(3 * ONE_SECOND);
                assertThat(called.heard().tenthsOf(LOW)).isGreaterThan(3 * ONE_SECOND);
            });
            assertThat(called.heard().tenthsOfSound() - called.heard().tenthsOf(LOW))
                    .as("words that are no tone")
                    .isGreaterThan(ONE_SECOND);
            for (Path file : named(folder, live)) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("RIFF", "WAVE");
            }
            assertThat(named(folder, live)).hasSize(1);
            saidUntilThen = called.heard().tenthsOf(LOW);
            restsByKeysOf(called);
            caller.hangUp();
            called.awaitEvent("CALL_CLOSED");
        }
        JsonObject recording = await("the recording")
                .atMost(PATIENCE)
                .until(() -> customer.api().get(customer.path("recordings")).getAsJsonArray(), list -> !list.isEmpty())
                .get(0)
                .getAsJsonObject();
        assertThat(recording.get("announced").getAsString()).matches("call-recorded/ro/[0-9a-f]{16}");
        assertThat(named(folder, live)).isEmpty();
        byte[] wav = customer.api()
                .bytes(customer.path("recordings/" + recording.get("call").getAsString() + "/1"));
        assertThat(Heard.side(wav, 0).tenthsOf(LOW)).isGreaterThan(2 * ONE_SECOND);
        assertThat(Heard.side(wav, 1).tenthsOf(HIGH)).isGreaterThan(2 * ONE_SECOND);
        assertThat(Heard.side(wav, 0).tenthsOf(LOW))
                .as("what was said after **1")
                .isLessThan(saidUntilThen + ONE_SECOND);
        assertThat(customer.api().get("audit?account=" + customer.id()).toString())
                .contains("recording.rests", customer.sipUser(101));
    }

    /** One of them has it rest by the keys of a real telephone; both are told, and go on talking. */
    private static void restsByKeysOf(Phone called) {
        long words = called.heard().tenthsOfSound() - called.heard().tenthsOf(LOW);
        long before = called.heard().tenthsOf(LOW);
        called.press("**1");
        await("the words and the talk after them").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(called.heard().tenthsOfSound() - called.heard().tenthsOf(LOW))
                    .isGreaterThan(words + ONE_SECOND / 2);
            assertThat(called.heard().tenthsOf(LOW)).isGreaterThan(before + LEFT_OUT);
        });
    }

    private static List<Path> named(Path folder, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .toList();
        }
    }

    private static Optional<JsonObject> received(Customer customer, String status) {
        return customer.records().stream()
                .filter(call -> call.toString().contains(CALLER)
                        && status.equals(call.get("status").getAsString()))
                .findFirst();
    }
}
