package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

@ExtendWith(SharedExchange.class)
class CallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LOW = 600;
    private static final int HIGH = 1000;
    private static final int ONE_SECOND = 10;

    @Test
    void two_extensions_hear_each_other_and_the_call_is_recorded(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone called = Phone.registered(exchange, customer, 101, HIGH)) {
            caller.dial("101");
            called.awaitEvent("CALL_INCOMING");
            called.answer();
            caller.awaitEvent("CALL_ESTABLISHED");
            called.awaitEvent("CALL_ESTABLISHED");
            bothHear(caller, called);
            caller.hangUp();
            called.awaitEvent("CALL_CLOSED");
        }
        JsonObject record = recordOf(customer, "101");
        assertThat(record.get("status").getAsString()).isEqualTo("TAKEN");
        assertThat(record.get("talkSeconds").getAsLong()).isBetween(1L, 60L);
    }

    private static void bothHear(Phone one, Phone other) {
        await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(one.heard().tenthsOf(HIGH)).isGreaterThan(ONE_SECOND);
            assertThat(other.heard().tenthsOf(LOW)).isGreaterThan(ONE_SECOND);
        });
        assertThat(one.heard().tenthsOf(LOW)).isZero();
        assertThat(other.heard().tenthsOf(HIGH)).isZero();
    }

    private static JsonObject recordOf(Customer customer, String destination) {
        return await("the record of the call to " + destination)
                .atMost(PATIENCE)
                .until(() -> customer.recordTo(destination), Optional::isPresent)
                .orElseThrow();
    }
}
