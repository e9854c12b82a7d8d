package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

/** What stands after {@code kill -9}; the shared exchange is started again, and goes on for the classes after this one. */
@ExtendWith(SharedExchange.class)
class KilledServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MOBILE = "0723456789";

    @Test
    void after_a_kill_in_two_calls_phones_are_reached_and_each_cut_call_has_its_record_and_its_price_once(
            Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101, 102);
        customer.addNumber("0310059577");
        customer.api().put(customer.path("wallet/credits/first"), Map.of("amount", BigDecimal.ONE));
        try (Phone caller = Phone.registered(exchange, customer, 100, 600);
                Phone called = Phone.registered(exchange, customer, 101, 1000);
                Phone payer = Phone.registered(exchange, customer, 102, 1400);
                Phone carrier = Phone.carrier(exchange, "+4" + MOBILE, 1800)) {
            talk(caller, called);
            caller.hangUp();
            called.awaitEvent("CALL_CLOSED");
            caller.awaitEvent("CALL_CLOSED");
            talk(caller, called);
            payer.dial(MOBILE);
            carrier.awaitEvent("CALL_INCOMING");
            carrier.answer();
            payer.awaitEvent("CALL_ESTABLISHED");
            await("stored registrations")
                    .atMost(PATIENCE)
                    .until(() -> customer.registrations().size() == 3);
            awaitProof(exchange);
            exchange.kill();
            exchange.start();
            assertThat(customer.registrations()).hasSize(3);
            await("the records of the call that had ended and of the two that were cut")
                    .atMost(PATIENCE)
                    .until(() -> customer.records().size() == 3);
            assertThat(customer.records())
                    .allMatch(call -> "TAKEN".equals(call.get("status").getAsString()));
            isChargedOnce(customer);
            for (Phone phone : List.of(caller, called, payer, carrier)) {
                phone.hangUp();
            }
            talk(caller, called);
            caller.hangUp();
            called.awaitEvent("CALL_CLOSED");
            await("the record of the call after the start")
                    .atMost(PATIENCE)
                    .until(() -> customer.records().size() == 4);
            isChargedOnce(customer);
        }
    }

    /** What the cut call cost has left the credit, nothing is set aside for it any more, and no other call cost anything. */
    private static void isChargedOnce(Customer customer) {
        BigDecimal price = customer.recordTo(MOBILE).orElseThrow().get("price").getAsBigDecimal();
        assertThat(price).isPositive();
        JsonObject wallet = customer.api().get(customer.path("wallet")).getAsJsonObject();
        assertThat(wallet.get("total").getAsBigDecimal()).isEqualByComparingTo(BigDecimal.ONE.subtract(price));
        assertThat(wallet.get("reserved").getAsBigDecimal()).isEqualByComparingTo("0");
    }

    /** The exchange writes down every second what calls are in progress: the second time from now, the talk is in it. */
    private static void awaitProof(Exchange exchange) {
        Path file = exchange.data().resolve("spool/in-progress");
        Set<FileTime> written = new HashSet<>();
        await("the talk on the disk")
                .atMost(PATIENCE)
                .until(() -> Files.exists(file) && written.add(Files.getLastModifiedTime(file)) && written.size() > 2);
    }

    private static void talk(Phone caller, Phone called) {
        caller.dial("101");
        called.awaitEvent("CALL_INCOMING");
        called.answer();
        caller.awaitEvent("CALL_ESTABLISHED");
        called.awaitEvent("CALL_ESTABLISHED");
    }
}
