package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.TracedMessage;
import ro.clickphone.engine.api.TracedMessage.Way;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkId;

/** What is kept of SIP, and what never. */
class SipTraceTest {
    private static final Flow FLOW = new Flow() {
        @Override
        public Transport transport() {
            return Transport.UDP;
        }

        @Override
        public InetSocketAddress remote() {
            return new InetSocketAddress("192.0.2.1", 5060);
        }

        @Override
        public void send(byte[] message, Runnable failed) {
            // nothing is sent here
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    };

    private final SipTrace trace = new SipTrace(Clock.systemUTC());

    private static byte[] message(String start, String callId, String more) {
        return (start + "\r\nCall-ID: " + callId + "\r\n" + more + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static IncomingCall call() {
        return new IncomingCall(
                CallId.random(),
                new Party.PublicNumber(new TrunkId(1), "0216"),
                "100",
                CallerId.of("0216"),
                Instant.now());
    }

    @Test
    void both_legs_of_a_call_are_one_ladder() {
        IncomingCall call = call();
        Executor mailbox = Runnable::run;
        trace.saw(Way.IN, FLOW, message("INVITE sip:100@x SIP/2.0", "first", ""));
        trace.began(call, mailbox, "first");
        trace.joined(mailbox, "second");
        trace.saw(Way.OUT, FLOW, message("INVITE sip:phone SIP/2.0", "second", ""));
        trace.saw(Way.IN, FLOW, message("SIP/2.0 486 Busy Here", "second", ""));
        trace.saw(Way.OUT, FLOW, message("SIP/2.0 486 Busy Here", "first", ""));
        assertThat(trace.of(call.id()))
                .extracting(TracedMessage::way)
                .containsExactly(Way.IN, Way.OUT, Way.IN, Way.OUT);
        assertThat(trace.calls(10)).hasSize(1).first().satisfies(traced -> {
            assertThat(traced.legs()).isEqualTo(2);
            assertThat(traced.messages()).isEqualTo(4);
        });
    }

    @Test
    void strangers_drive_no_call_out() {
        IncomingCall call = call();
        trace.saw(Way.IN, FLOW, message("INVITE sip:100@x SIP/2.0", "first", ""));
        trace.began(call, Runnable::run, "first");
        for (int i = 0; i < 10_000; i++) {
            trace.saw(Way.IN, FLOW, message("INVITE sip:1@x SIP/2.0", "guess" + i, "X: " + "y".repeat(5000)));
        }
        assertThat(trace.of(call.id())).hasSize(1);
    }

    @Test
    void old_calls_make_room_for_new_ones() {
        IncomingCall first = call();
        trace.began(first, Runnable::run, "first");
        trace.saw(Way.IN, FLOW, message("INVITE sip:1@x SIP/2.0", "first", ""));
        for (int i = 0; i < 300; i++) {
            trace.began(call(), command -> {}, "call" + i);
            for (int j = 0; j < 300; j++) {
                trace.saw(Way.IN, FLOW, message("INFO sip:1@x SIP/2.0", "call" + i, "X: " + "y".repeat(9000)));
            }
        }
        assertThat(trace.of(first.id())).isEmpty();
        assertThat(trace.calls(1000).size()).isBetween(2, 100);
    }

    @Test
    void no_digest_key_or_digit_is_shown() {
        String shown = SipTrace.withoutSecrets("INVITE sip:1@x SIP/2.0\r\nAuthorization: Digest username=\"u\","
                + " nonce=\"n\", response=\"5ec4e7\", qop=auth\r\nProxy-Authorization: Digest response=\"5ec4e7\"\r\n\r\n"
                + "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:5ec4e7|2^20\r\na=ice-pwd:5ec4e7\r\nk=clear:5ec4e7\r\n");
        assertThat(shown).doesNotContain("5ec4e7").contains("username=\"u\"").contains("|2^20");
        assertThat(SipTrace.withoutSecrets("INFO sip:1@x SIP/2.0\r\n\r\nSignal=7\r\nDuration=160\r\n"))
                .doesNotContain("7\r\nD")
                .contains("Duration=160");
        assertThat(SipTrace.withoutSecrets("INFO sip:1@x SIP/2.0\r\nContent-Type: application/dtmf\r\n\r\n7"))
                .doesNotEndWith("7");
    }
}
