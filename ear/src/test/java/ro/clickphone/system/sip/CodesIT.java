package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

/** The codes of the exchange, dialled by telephones. */
@ExtendWith(SharedExchange.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int LOW = 500;
    private static final int MIDDLE = 800;
    private static final int HIGH = 1200;
    private static final int ONE_SECOND = 10;
    /** Of a prompt's pieces; one or two may lie where the sound was joined. */
    private static final double MOST = 0.7;

    private static final String NUMBER = "0310050583";

    private Exchange exchange;
    private Customer customer;
    private Phone caller;
    private Phone clerk;
    private Phone third;

    @BeforeAll
    void registerThree(Exchange running) {
        exchange = running;
        customer = Customer.with(exchange, 100, 101, 102);
        caller = Phone.registered(exchange, customer, 100, LOW);
        clerk = Phone.registered(exchange, customer, 101, MIDDLE);
        third = Phone.registered(exchange, customer, 102, HIGH);
    }

    @BeforeEach
    void forgetTheLastCall() {
        List.of(caller, clerk, third).forEach(Phone::forgetEvents);
    }

    @AfterAll
    void switchOff() {
        List.of(caller, clerk, third).forEach(Phone::close);
    }

    @Test
    void parked_caller_is_fetched_by_a_colleague() {
        talk(caller, "101", clerk);
        clerk.transferTo(exchange.uri("*701"));
        clerk.awaitEvent("CALL_CLOSED");
        third.dial("*701");
        third.awaitEvent("CALL_ESTABLISHED");
        bothHear();
        third.hangUp();
        third.awaitEvent("CALL_CLOSED");
        caller.awaitEvent("CALL_CLOSED");
    }

    @Test
    void ringing_call_of_a_colleague_is_picked_up() {
        caller.dial("101");
        clerk.awaitEvent("CALL_INCOMING");
        third.dial("*8101");
        third.awaitEvent("CALL_ESTABLISHED");
        caller.awaitEvent("CALL_ESTABLISHED");
        bothHear();
        clerk.awaitEvent("CALL_CLOSED");
        caller.hangUp();
        third.awaitEvent("CALL_CLOSED");
        caller.awaitEvent("CALL_CLOSED");
    }

    @Test
    void caller_is_handed_on_into_a_conference() {
        third.dial("*601");
        third.awaitEvent("CALL_ESTABLISHED");
        talk(caller, "101", clerk);
        clerk.transferTo(exchange.uri("*601"));
        clerk.awaitEvent("CALL_CLOSED");
        bothHear();
        third.press("#");
        third.awaitEvent("CALL_CLOSED");
        caller.hangUp();
        caller.awaitEvent("CALL_CLOSED");
    }

    @Test
    void quiet_telephone_does_not_ring_until_calls_are_wanted_again() {
        hears(clerk, "*78");
        caller.dial("101");
        caller.awaitEvent("CALL_CLOSED");
        assertThat(clerk.hasEvent("CALL_INCOMING")).isFalse();
        hears(clerk, "*79");
        talk(caller, "101", clerk);
        caller.hangUp();
        clerk.awaitEvent("CALL_CLOSED");
        caller.awaitEvent("CALL_CLOSED");
    }

    @Test
    void agent_pauses_and_comes_back() {
        customer.api().put(customer.path("queue"), Map.of("agents", List.of(101), "strategy", "LINEAR"));
        hears(clerk, "*45");
        assertThat(paused()).isEqualTo("[101]");
        hears(clerk, "*46");
        assertThat(paused()).isEqualTo("[]");
    }

    @Test
    void draft_of_the_menu_is_tried_and_callers_do_not_hear_it_items_135() {
        customer.api()
                .put(
                        customer.path("menu"),
                        Map.of(
                                "revision",
                                0,
                                "menus",
                                List.of(Map.of(
                                        "number",
                                        0,
                                        "name",
                                        "Meniul principal",
                                        "lines",
                                        List.of(Map.of(
                                                "key", "1", "action", "EXTENSIONS", "extensions", List.of(101)))))));
        assertThat(customer.api().get(customer.path("menu/live")).toString()).isEqualTo("[]");
        caller.dial("**222");
        caller.awaitEvent("CALL_ESTABLISHED");
        caller.press("1");
        clerk.awaitEvent("CALL_INCOMING");
        clerk.answer();
        clerk.awaitEvent("CALL_ESTABLISHED");
        caller.hangUp();
        clerk.awaitEvent("CALL_CLOSED");
        caller.awaitEvent("CALL_CLOSED");
        await("the record").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        customer.recordTo("**222").orElseThrow().toString())
                .contains("test"));
    }

    /** 12.34 euro, in words that are compared with the prompts wave by wave (item 181). */
    @Test
    void service_number_speaks_the_balance_and_has_the_echo_test() {
        customer.api().put(customer.path("wallet/credits/first"), Map.of("amount", new BigDecimal("12.34")));
        caller.dial("329");
        caller.awaitEvent("CALL_ESTABLISHED");
        caller.press("1");
        hearsWords(caller, "balance-is", "number-12", "euro", "and", "number-34", "of", "cents");
        long before = caller.heard().tenthsOf(LOW);
        caller.press("2");
        await("the own voice").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        caller.heard().tenthsOf(LOW) - before)
                .isGreaterThan(ONE_SECOND));
        caller.hangUp();
        caller.awaitEvent("CALL_CLOSED");
    }

    /** The estimate is told once a call has been served. */
    @Test
    void caller_who_waits_hears_the_place_and_the_estimated_wait() {
        customer.api()
                .put(
                        customer.path("queue"),
                        Map.of("agents", List.of(101), "announce", List.of("POSITION", "ESTIMATED_WAIT")));
        customer.addNumber(NUMBER);
        customer.routeTo("QUEUE", List.of());
        try (Phone stranger = Phone.carrier(exchange, "0216583456", HIGH)) {
            stranger.dial(exchange.uri(NUMBER));
            clerk.takeUp();
            clerk.awaitTalk();
            clerk.hangUp();
            stranger.awaitEnd();
            clerk.awaitEnd();
            talk(clerk, "102", third);
            stranger.dial(exchange.uri(NUMBER));
            hearsWords(stranger, "queue-position-1", "queue-wait-1");
            stranger.hangUp();
        }
        clerk.hangUp();
        third.awaitEnd();
    }

    private static void hearsWords(Phone phone, String... prompts) {
        for (String prompt : prompts) {
            await(prompt).atMost(PATIENCE).untilAsserted(() -> assertThat(
                            phone.heard().shareOf(Heard.prompt(prompt)))
                    .as(prompt)
                    .isGreaterThan(MOST));
        }
    }

    private String paused() {
        return customer.api().get(customer.path("queue/paused")).toString();
    }

    /** The exchange answers, confirms by voice, and hangs up. */
    private static void hears(Phone phone, String code) {
        phone.dial(code);
        phone.awaitEvent("CALL_ESTABLISHED");
        phone.awaitEvent("CALL_CLOSED");
    }

    private static void talk(Phone one, String number, Phone other) {
        one.dial(number);
        other.awaitEvent("CALL_INCOMING");
        other.answer();
        one.awaitEvent("CALL_ESTABLISHED");
        other.awaitEvent("CALL_ESTABLISHED");
    }

    /** Caller and third, each the other's tone in the latest call. */
    private void bothHear() {
        await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(caller.heard().tenthsOf(HIGH)).isGreaterThan(ONE_SECOND);
            assertThat(third.heard().tenthsOf(LOW)).isGreaterThan(ONE_SECOND);
        });
    }
}
