package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

/** A call to the public network is paid for: cut when the money ends, charged once. After a kill: {@link KilledServerIT}. */
@ExtendWith(SharedExchange.class)
class PaidCallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MOBILE = "0723456789";
    private static final int LOW = 600;
    private static final int HIGH = 1000;

    @Test
    void a_call_is_cut_when_the_credit_ends_and_the_ledger_is_right(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        customer.addNumber("0310059571");
        credit(customer, "0.01");
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone carrier = Phone.carrier(exchange, "+4" + MOBILE, HIGH)) {
            caller.dial(MOBILE);
            carrier.awaitEvent("CALL_INCOMING");
            carrier.answer();
            caller.awaitEvent("CALL_ESTABLISHED");
            assertThat(euro(customer, "reserved")).isPositive();
            caller.awaitEvent("CALL_CLOSED");
            carrier.awaitEvent("CALL_CLOSED");
        }
        JsonObject record = record(customer);
        assertThat(record.get("talkSeconds").getAsLong()).isBetween(11L, 15L); // what 0.01 buys at 0.045 a minute
        BigDecimal price = record.get("price").getAsBigDecimal();
        assertThat(price).isBetween(new BigDecimal("0.0080"), new BigDecimal("0.0100"));
        assertThat(euro(customer, "total")).isEqualByComparingTo(new BigDecimal("0.01").subtract(price));
        assertThat(euro(customer, "reserved")).isEqualByComparingTo("0");
    }

    @Test
    void a_caller_without_credit_hears_it_and_nobody_rings(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        customer.addNumber("0310059572");
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone carrier = Phone.carrier(exchange, "+4" + MOBILE, HIGH)) {
            caller.dial(MOBILE);
            caller.awaitEvent("CALL_CLOSED");
            assertThat(carrier.hasEvent("CALL_INCOMING")).isFalse();
            assertThat(caller.heard().tenthsOfSound()).isGreaterThan(10);
        }
        assertThat(record(customer).get("path").getAsString()).contains("no-credit");
    }

    @Test
    void a_click_rings_the_own_phone_then_the_mobile_and_the_call_is_paid_and_cut_when_the_credit_ends(
            Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        customer.addNumber("0310059573");
        credit(customer, "0.01");
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone carrier = Phone.carrier(exchange, "+4" + MOBILE, HIGH)) {
            awaitOnline(customer);
            customer.api().post(customer.path("calls"), Map.of("extension", 100, "number", MOBILE));
            caller.awaitEvent("CALL_INCOMING");
            assertThat(carrier.hasEvent("CALL_INCOMING")).isFalse();
            caller.answer();
            carrier.awaitEvent("CALL_INCOMING");
            carrier.answer();
            carrier.awaitEvent("CALL_ESTABLISHED");
            Talk.bothHear(caller, carrier);
            // nobody hangs up
            caller.awaitEvent("CALL_CLOSED");
            carrier.awaitEvent("CALL_CLOSED");
        }
        isPaid(customer, MOBILE, "0.01");
        assertThat(record(customer).get("talkSeconds").getAsLong()).isBetween(11L, 15L);
    }

    @Test
    void a_forward_to_a_mobile_is_paid_by_who_forwards(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        customer.addNumber("0310059574");
        credit(customer, "1.00");
        customer.api().put(customer.path("extensions/101/forwards/always"), Map.of("target", MOBILE));
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone carrier = Phone.carrier(exchange, "+4" + MOBILE, HIGH)) {
            caller.dial("101");
            carrier.awaitEvent("CALL_INCOMING");
            carrier.answer();
            carrier.awaitEvent("CALL_ESTABLISHED");
            Talk.bothHear(caller, carrier);
            caller.hangUp();
            carrier.awaitEvent("CALL_CLOSED");
        }
        isPaid(customer, "101", "1.00");
    }

    /** The business is told of a phone a quarter of a second after it registered. */
    private static void awaitOnline(Customer customer) {
        await("the phone is online")
                .atMost(PATIENCE)
                .until(() -> customer.registrations().size() == 1);
    }

    private static void isPaid(Customer customer, String destination, String credit) {
        JsonObject record = record(customer, destination);
        BigDecimal price = record.get("price").getAsBigDecimal();
        assertThat(price).isPositive();
        assertThat(euro(customer, "total")).isEqualByComparingTo(new BigDecimal(credit).subtract(price));
        assertThat(euro(customer, "reserved")).isEqualByComparingTo("0");
    }

    private static void credit(Customer customer, String euro) {
        customer.api().put(customer.path("wallet/credits/first"), Map.of("amount", new BigDecimal(euro)));
    }

    private static BigDecimal euro(Customer customer, String what) {
        return customer.api()
                .get(customer.path("wallet"))
                .getAsJsonObject()
                .get(what)
                .getAsBigDecimal();
    }

    private static JsonObject record(Customer customer) {
        return record(customer, MOBILE);
    }

    private static JsonObject record(Customer customer, String destination) {
        return await("the call's record")
                .atMost(PATIENCE)
                .until(() -> customer.recordTo(destination), Optional::isPresent)
                .orElseThrow();
    }
}
