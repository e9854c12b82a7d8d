package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
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

    private static Optional<JsonObject> received(Customer customer, String status) {
        return customer.records().stream()
                .filter(call -> call.toString().contains(CALLER)
                        && status.equals(call.get("status").getAsString()))
                .findFirst();
    }
}
