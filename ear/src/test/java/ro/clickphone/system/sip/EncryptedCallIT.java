package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

/** SIP over TLS and SRTP with keys by SDES, through the whole product. */
@ExtendWith(SharedExchange.class)
class EncryptedCallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The certificate's file is looked at twice a minute. */
    private static final Duration UNTIL_NOTICED = Duration.ofSeconds(50);

    private static final int LOW = 600;
    private static final int HIGH = 1000;
    private static final int ONE_SECOND = 10;

    @Test
    void two_encrypting_phones_hear_each_other_and_the_wire_hears_nothing(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        try (Phone caller = Phone.encrypting(exchange, customer, 100, LOW);
                Phone called = Phone.encrypting(exchange, customer, 101, HIGH);
                Wire wire = Wire.tapped(exchange)) {
            talk(caller, called);
            bothHear(caller, called);
            assertThat(wire.tenthsOfSound()).as("noise on the wire").isGreaterThan(ONE_SECOND);
            assertThat(wire.tenthsOf(LOW)).isZero();
            assertThat(wire.tenthsOf(HIGH)).isZero();
            caller.hangUp();
            called.awaitEvent("CALL_CLOSED");
        }
    }

    /** And so it is proved that the wire can be listened to. */
    @Test
    void an_encrypting_phone_and_one_in_clear_hear_each_other_and_the_wire_hears_the_clear_half(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        try (Phone caller = Phone.encrypting(exchange, customer, 100, LOW);
                Phone called = Phone.registered(exchange, customer, 101, HIGH);
                Wire wire = Wire.tapped(exchange)) {
            talk(caller, called);
            bothHear(caller, called);
            await("the wire hears").atMost(PATIENCE).untilAsserted(() -> assertThat(wire.tenthsOfSound())
                    .isGreaterThan(ONE_SECOND));
            caller.hangUp();
            called.awaitEvent("CALL_CLOSED");
        }
    }

    @Test
    void a_phone_in_clear_cannot_call_where_encryption_is_required(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        customer.api().put(customer.path("extensions/100/encryption"), Map.of("srtp", "REQUIRED"));
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone called = Phone.encrypting(exchange, customer, 101, HIGH)) {
            caller.dial("101");
            assertThat(caller.awaitEvent("CALL_CLOSED").get("param").getAsString())
                    .contains("488");
            assertThat(called.hasEvent("CALL_INCOMING")).isFalse();
        }
    }

    @Test
    void a_new_certificate_is_taken_up_while_a_call_goes_on(Exchange exchange) throws Exception {
        Customer customer = Customer.with(exchange, 100, 101);
        try (Phone caller = Phone.encrypting(exchange, customer, 100, LOW);
                Phone called = Phone.encrypting(exchange, customer, 101, HIGH)) {
            talk(caller, called);
            assertThat(nameShown(exchange)).isEqualTo("CN=first");
            exchange.newCertificate("second");
            await("the new certificate").atMost(UNTIL_NOTICED).until(() -> nameShown(exchange)
                    .equals("CN=second"));
            bothHear(caller, called);
            caller.hangUp();
            called.awaitEvent("CALL_CLOSED");
        }
    }

    private static void talk(Phone caller, Phone called) {
        caller.dial("101");
        called.awaitEvent("CALL_INCOMING");
        called.answer();
        caller.awaitEvent("CALL_ESTABLISHED");
        called.awaitEvent("CALL_ESTABLISHED");
    }

    private static void bothHear(Phone one, Phone other) {
        long before = one.heard().tenthsOf(HIGH);
        await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(one.heard().tenthsOf(HIGH)).isGreaterThan(before + ONE_SECOND);
            assertThat(other.heard().tenthsOf(LOW)).isGreaterThan(ONE_SECOND);
        });
        assertThat(one.heard().tenthsOf(LOW)).isZero();
        assertThat(other.heard().tenthsOf(HIGH)).isZero();
    }

    private static String nameShown(Exchange exchange) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(exchange.sips().getAddress(), exchange.sips().getPort())) {
            socket.startHandshake();
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        }
    }

    /** Who it is is looked at by the test. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
