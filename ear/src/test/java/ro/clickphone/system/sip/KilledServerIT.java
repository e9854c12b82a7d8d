package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

/** What stands after {@code kill -9}: an exchange of its own, since the shared one must live. */
class KilledServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void after_a_kill_in_a_call_phones_are_reached_and_the_cut_call_has_its_record() {
        try (Exchange exchange = Exchange.start(Map.of("PBX_DEMO", "off"))) {
            Customer customer = Customer.with(exchange, 100, 101);
            try (Phone caller = Phone.registered(exchange, customer, 100, 600);
                    Phone called = Phone.registered(exchange, customer, 101, 1000)) {
                talk(caller, called);
                caller.hangUp();
                called.awaitEvent("CALL_CLOSED");
                caller.awaitEvent("CALL_CLOSED");
                talk(caller, called);
                await("stored registrations")
                        .atMost(PATIENCE)
                        .until(() -> customer.registrations().size() == 2);
                awaitProof(exchange);
                exchange.kill();
                exchange.start();
                assertThat(customer.registrations()).hasSize(2);
                await("the records of the call that had ended and of the one that was cut")
                        .atMost(PATIENCE)
                        .until(() -> customer.records().size() == 2);
                assertThat(customer.records())
                        .allMatch(call -> "TAKEN".equals(call.get("status").getAsString()));
                caller.hangUp();
                called.hangUp();
                talk(caller, called);
                caller.hangUp();
                called.awaitEvent("CALL_CLOSED");
                await("the record of the call after the start")
                        .atMost(PATIENCE)
                        .until(() -> customer.records().size() == 3);
            }
        }
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
