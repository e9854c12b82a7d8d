package ro.clickphone.system.sip;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.Mailbox;
import ro.clickphone.system.browser.Journey;

/** The daily limit (manual, items 170 to 176) in real calls: two that spend it together end together. */
class LimitedCallIT extends Journey {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String MOBILE = "0723456789";
    private static final int LOW = 600;
    private static final int HIGH = 1000;
    /** What 0.09 € buy at 0.045 € a minute: a minute for each of two. */
    private static final long BOUGHT_SECONDS = 120;

    @Test
    void two_calls_that_share_the_daily_limit_are_cut_together_and_the_books_are_right(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        customer.addNumber("0310059576");
        customer.api().put(customer.path("wallet/credits/first"), Map.of("amount", new BigDecimal("5.00")));
        limit(customer, "0,09");
        try (Phone first = Phone.registered(exchange, customer, 100, LOW);
                Phone second = Phone.registered(exchange, customer, 101, LOW);
                Phone carrier = Phone.carrier(exchange, "+4" + MOBILE, HIGH)) {
            for (Phone caller : List.of(first, second)) {
                caller.dial(MOBILE);
                carrier.awaitEvent("CALL_INCOMING");
                carrier.answer();
                caller.awaitEvent("CALL_ESTABLISHED");
            }
            await("the end of both")
                    .atMost(PATIENCE)
                    .until(() -> first.hasEvent("CALL_CLOSED") && second.hasEvent("CALL_CLOSED"));
            first.awaitEvent("CALL_CLOSED");
            first.dial(MOBILE);
            first.awaitEvent("CALL_CLOSED");
            assertThat(carrier.hasEvent("CALL_INCOMING")).isFalse();
        }
        List<JsonObject> records =
                await("all records").atMost(PATIENCE).until(customer::records, all -> all.size() == 3);
        long talked = records.stream()
                .mapToLong(call -> call.get("talkSeconds").getAsLong())
                .sum();
        BigDecimal spent = records.stream()
                .map(call -> call.get("price").getAsBigDecimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(talked).isBetween(BOUGHT_SECONDS - 10, BOUGHT_SECONDS + 2 * 2);
        assertThat(spent).isBetween(new BigDecimal("0.0800"), new BigDecimal("0.0900"));
        assertThat(records).anyMatch(call -> call.get("path").getAsString().contains("daily-limit"));
        assertThat(euro(customer, "total")).isEqualByComparingTo(new BigDecimal("5.00").subtract(spent));
        assertThat(euro(customer, "reserved")).isEqualByComparingTo("0");
        portal.visit("fraud/antiFraud.xhtml?tab=limit");
        assertThat(portal.page().locator(".gauge-figures")).containsText("/ 0,09 €");
    }

    private void limit(Customer customer, String euro) {
        String email = "limit" + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        Mailbox mailbox = new Mailbox(customer.api(), email);
        portal.signIn(email, PASSWORD);
        portal.visit("fraud/antiFraud.xhtml?tab=pin");
        portal.page().locator("#renew\\:go").click();
        assertThat(portal.page().locator("#notices_container")).containsText("Un PIN nou a fost trimis");
        String pin = mailbox.find("fraud.pin", "este ([0-9]{6})\\.");
        portal.visit("fraud/antiFraud.xhtml?tab=limit");
        portal.page().locator("#limits\\:limit").fill(euro);
        portal.page().locator("#limits\\:pin").fill(pin);
        portal.page().locator("#limits\\:save").click();
        assertThat(portal.page().locator(".gauge-figures")).containsText("/ " + euro + " €");
    }

    private static BigDecimal euro(Customer customer, String what) {
        return customer.api()
                .get(customer.path("wallet"))
                .getAsJsonObject()
                .get(what)
                .getAsBigDecimal();
    }
}
