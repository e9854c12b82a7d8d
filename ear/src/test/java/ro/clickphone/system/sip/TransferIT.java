package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

/** Who talks hands the other one on to a third. */
@ExtendWith(SharedExchange.class)
class TransferIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LOW = 600;
    private static final int MIDDLE = 800;
    private static final int HIGH = 1000;
    private static final int ONE_SECOND = 10;

    @Test
    void called_one_hands_on_and_the_remaining_two_hear_each_other(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101, 102);
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone clerk = Phone.registered(exchange, customer, 101, MIDDLE);
                Phone third = Phone.registered(exchange, customer, 102, HIGH)) {
            talk(caller, "101", clerk);
            handOn(exchange, clerk, "102", third);
            bothHear(caller, third);
            third.hangUp();
            caller.awaitEvent("CALL_CLOSED");
        }
        await("the record").atMost(PATIENCE).until(() -> customer.recordTo("101")
                .isPresent());
    }

    @Test
    void caller_hands_the_called_one_on(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101, 102);
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone clerk = Phone.registered(exchange, customer, 101, MIDDLE);
                Phone third = Phone.registered(exchange, customer, 102, HIGH)) {
            talk(caller, "101", clerk);
            handOn(exchange, caller, "102", third);
            await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
                assertThat(clerk.heard().tenthsOf(HIGH)).isGreaterThan(ONE_SECOND);
                assertThat(third.heard().tenthsOf(MIDDLE)).isGreaterThan(ONE_SECOND);
            });
            clerk.hangUp();
            third.awaitEvent("CALL_CLOSED");
        }
    }

    /** This telephone program hangs up then; others go on with the talk, as the engine's own tests do. */
    @Test
    void number_that_nobody_has_is_told_to_the_one_who_hands_on(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone clerk = Phone.registered(exchange, customer, 101, MIDDLE)) {
            talk(caller, "101", clerk);
            clerk.transferTo(exchange.uri("199"));
            clerk.awaitEvent("TRANSFER_FAILED");
        }
    }

    /** This telephone program ends the call after a refused REFER; what counts is that nobody was called and nothing paid. */
    @Test
    void forbidden_number_is_refused_to_the_one_who_hands_on_and_nobody_pays_for_it(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        customer.addNumber("03198" + ThreadLocalRandom.current().nextInt(10_000, 100_000));
        customer.api().put(customer.path("wallet/credits/first"), Map.of("amount", 5));
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone clerk = Phone.registered(exchange, customer, 101, MIDDLE);
                Phone carrier = Phone.carrier(exchange, "+40900123456", HIGH)) {
            talk(caller, "101", clerk);
            clerk.transferTo(exchange.uri("0900123456"));
            clerk.awaitEvent("TRANSFER_FAILED");
            assertThat(carrier.hasEvent("CALL_INCOMING")).isFalse();
        }
        JsonObject wallet = customer.api().get(customer.path("wallet")).getAsJsonObject();
        assertThat(wallet.get("total").getAsBigDecimal()).isEqualByComparingTo("5");
        assertThat(wallet.get("reserved").getAsBigDecimal()).isEqualByComparingTo("0");
    }

    private static void talk(Phone one, String number, Phone other) {
        one.dial(number);
        other.awaitEvent("CALL_INCOMING");
        other.answer();
        one.awaitEvent("CALL_ESTABLISHED");
        other.awaitEvent("CALL_ESTABLISHED");
    }

    private static void handOn(Exchange exchange, Phone by, String number, Phone to) {
        by.transferTo(exchange.uri(number));
        to.awaitEvent("CALL_INCOMING");
        to.answer();
        to.awaitEvent("CALL_ESTABLISHED");
        by.awaitEvent("CALL_CLOSED");
    }

    private static void bothHear(Phone one, Phone other) {
        await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(one.heard().tenthsOf(HIGH)).isGreaterThan(ONE_SECOND);
            assertThat(other.heard().tenthsOf(LOW)).isGreaterThan(ONE_SECOND);
        });
    }
}
