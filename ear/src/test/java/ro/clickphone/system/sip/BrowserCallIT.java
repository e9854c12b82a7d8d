package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

/** A page of Chromium as a telephone: SIP over WebSocket, ICE, DTLS-SRTP, through the whole product. */
@ExtendWith(SharedExchange.class)
class BrowserCallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int LOW = 600;
    private static final int HIGH = 1000;
    private static final int ONE_SECOND = 10;
    private static final int NEAR = 15;

    @Test
    void a_page_calls_a_phone_and_both_hear_each_other(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        try (BrowserPhone page = BrowserPhone.registered(exchange, customer, 100, LOW);
                Phone phone = Phone.registered(exchange, customer, 101, HIGH)) {
            page.dial("101");
            phone.awaitEvent("CALL_INCOMING");
            phone.answer();
            page.awaitTalk();
            bothHear(page, phone);
            assertThat(page.codec()).matches("audio/PCM[AU] SRTP_AES128_CM_HMAC_SHA1_80");
            page.hangUp();
            phone.awaitEvent("CALL_CLOSED");
        }
    }

    @Test
    void a_phone_calls_a_page_and_both_hear_each_other(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        try (BrowserPhone page = BrowserPhone.registered(exchange, customer, 100, LOW);
                Phone phone = Phone.registered(exchange, customer, 101, HIGH)) {
            phone.dial("100");
            page.answer();
            phone.awaitEvent("CALL_ESTABLISHED");
            page.awaitTalk();
            bothHear(page, phone);
            phone.hangUp();
            await("the page's end").atMost(PATIENCE).until(page::hasEnded);
        }
    }

    @Test
    void two_pages_hear_each_other_in_opus(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        try (BrowserPhone one = BrowserPhone.registered(exchange, customer, 100, LOW);
                BrowserPhone other = BrowserPhone.registered(exchange, customer, 101, HIGH)) {
            one.dial("101");
            other.answer();
            one.awaitTalk();
            await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
                assertThat(one.hears()).as(one.log()).isBetween(HIGH - NEAR, HIGH + NEAR);
                assertThat(other.hears()).as(other.log()).isBetween(LOW - NEAR, LOW + NEAR);
            });
            assertThat(one.codec()).startsWith("audio/opus ");
            one.hangUp();
            await("the other page's end").atMost(PATIENCE).until(other::hasEnded);
        }
    }

    private static void bothHear(BrowserPhone page, Phone phone) {
        await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(page.hears()).as(page.log()).isBetween(HIGH - NEAR, HIGH + NEAR);
            assertThat(phone.heard().tenthsOf(LOW)).isGreaterThan(ONE_SECOND);
        });
        assertThat(phone.heard().tenthsOf(HIGH)).isZero();
    }
}
