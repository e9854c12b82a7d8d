package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.OperatorApi;
import ro.clickphone.system.SharedExchange;

/** What strangers are told at the SIP door, and when they are told nothing any more. */
@ExtendWith(SharedExchange.class)
class SipDoorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OWNER = "127.0.0.2";
    private static final String GUESSER = "127.0.0.3";
    private static final String STRANGER = "127.0.0.4";

    @Test
    void nobody_learns_which_users_there_are(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        try (RawSip stranger = RawSip.from(STRANGER, exchange.sip())) {
            String known = stranger.register(customer.sipUser(100), "wrong").orElseThrow();
            String unknown = stranger.register(customer.sipUser(199), "wrong").orElseThrow();
            assertThat(known).startsWith("SIP/2.0 401");
            assertThat(withoutValues(unknown, customer.sipUser(199)))
                    .isEqualTo(withoutValues(known, customer.sipUser(100)));
        }
    }

    /** Tags, nonces, branches, ports and the name that was asked for differ; nothing else may. */
    private static String withoutValues(String answer, String user) {
        return answer.replace(user, "user")
                .replaceAll("(tag|branch|rport)=[^;\\r\\n]*", "$1=")
                .replaceAll("nonce=\"[^\"]*\"", "nonce")
                .replaceAll("Call-ID: .*", "Call-ID");
    }

    @Test
    void number_that_nobody_has_is_not_found(Exchange exchange) {
        try (RawSip carrier = RawSip.from(Exchange.CARRIER, exchange.sip())) {
            String answer = carrier.ask(carrier.request(
                            "INVITE",
                            "0319999999",
                            exchange.uri("0319999999"),
                            "0216500000",
                            UUID.randomUUID().toString(),
                            1,
                            ""))
                    .orElseThrow();
            assertThat(answer).startsWith("SIP/2.0 404");
        }
    }

    @Test
    void nonsense_is_refused_or_ignored_and_the_next_one_is_served(Exchange exchange) {
        try (RawSip stranger = RawSip.from(STRANGER, exchange.sip())) {
            String whole = stranger.request(
                    "OPTIONS", "", exchange.uri("x"), "x", UUID.randomUUID().toString(), 1, "");
            List<String> nonsense = List.of(
                    "OPTIONS\r\n\r\n",
                    "INVITE sip:\u0000 SIP/2.0\r\n\r\n",
                    "\u0000\u0001\u0002".repeat(50),
                    whole.replace("CSeq: 1 OPTIONS", "CSeq: abc OPTIONS"),
                    whole.replace("CSeq: 1 OPTIONS", "CSeq: 1 INVITE"),
                    whole.replaceFirst("Call-ID: .*\r\n", ""),
                    whole.replaceFirst("From: .*\r\n", "From: <<<<>>>>\r\n"),
                    whole.replace("Content-Length: 0", "Content-Length: -1"),
                    whole.replace("Content-Length: 0", "Content-Length: 99999"),
                    whole.replaceFirst("Via: .*\r\n", ""),
                    whole.replace("SIP/2.0\r\n", "SIP/7.0\r\n"),
                    whole.replaceFirst("OPTIONS sip:[^ ]*", "OPTIONS <sip:x>"));
            for (String one : nonsense) {
                stranger.send(one.getBytes(StandardCharsets.ISO_8859_1));
                stranger.receive(500)
                        .ifPresent(answer -> assertThat(answer).as(one).matches("(?s)SIP/2.0 (400|505) .*"));
                assertThat(stranger.isAnswered()).as("after " + one).isTrue();
            }
        }
    }

    @Test
    void connection_with_endless_headers_is_closed_and_others_are_served(Exchange exchange) {
        try (RawSip stranger = RawSip.from(STRANGER, exchange.sip());
                RawSip.Connection endless = new RawSip.Connection(exchange.sip())) {
            endless.send("OPTIONS sip:x@y SIP/2.0\r\n" + "X-More: and more\r\n".repeat(6000));
            assertThat(endless.receive()).isEmpty();
            assertThat(stranger.isAnswered()).isTrue();
        }
    }

    @Test
    void guesser_is_cut_off_seen_and_released_and_the_owner_elsewhere_comes_in(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100);
        OperatorApi operator = customer.api();
        try (RawSip guesser = RawSip.from(GUESSER, exchange.sip());
                RawSip owner = RawSip.from(OWNER, exchange.sip())) {
            for (int guess = 1; guess <= 20; guess++) {
                guesser.register(customer.sipUser(100), "guess" + guess);
            }
            await("the guesser cut off").atMost(PATIENCE).until(() -> !guesser.isAnswered());
            assertThat(operator.get("security/blocked").toString()).contains("\"" + GUESSER + "\"");
            await("a line of the security log").atMost(PATIENCE).untilAsserted(() -> assertThat(
                            operator.get("security/events").toString())
                    .containsPattern(GUESSER + "[^}]*SOURCE_BLOCKED"));
            assertThat(owner.register(customer.sipUser(100), customer.sipPassword(100))
                            .orElseThrow())
                    .startsWith("SIP/2.0 200");
            operator.delete("security/blocked/" + GUESSER);
            assertThat(operator.get("security/blocked").toString()).doesNotContain(GUESSER);
            assertThat(guesser.register(customer.sipUser(100), customer.sipPassword(100))
                            .orElseThrow())
                    .startsWith("SIP/2.0 200");
        }
    }
}
