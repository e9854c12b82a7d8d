package ro.clickphone.system.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;
import ro.clickphone.system.TestCertificate;

/** SIP over TLS and SRTP with keys by SDES, through the whole product. */
@ExtendWith(SharedExchange.class)
class EncryptedCallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The certificate's file is looked at twice a minute. */
    private static final Duration UNTIL_NOTICED = Duration.ofSeconds(30);

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
            assertThat(wire.packetsOfTcp(exchange.sips().getPort()))
                    .as("signalling on the wire")
                    .isGreaterThan(5);
            // the exchange asks carriers meanwhile whether they live, and tells them which methods it knows
            for (String words : List.of("INVITE sip", "crypto:", customer.sipUser(100))) {
                assertThat(wire.reads(words)).as(words).isFalse();
            }
            caller.hangUp();
            called.awaitEvent("CALL_CLOSED");
        }
    }

    @Test
    void linphone_and_baresip_call_each_other_over_tls_encrypted(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        try (Linphone linphone = Linphone.registered(exchange, customer, 100, Linphone.Talks.ENCRYPTED_OVER_TLS, LOW);
                Phone baresip = Phone.encrypting(exchange, customer, 101, HIGH)) {
            linphone.forget();
            linphone.dial("101");
            bothHear(linphone, baresip, baresip);
            baresip.forget();
            linphone.forget();
            baresip.dial("100");
            bothHear(linphone, baresip, linphone);
        }
    }

    /** Keys from a handshake on the way of the audio, over UDP too: there is none in the messages that could be read. */
    @Test
    void linphone_that_shakes_hands_calls_and_is_called_and_holds(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        try (Linphone linphone = Linphone.registered(exchange, customer, 100, Linphone.Talks.SHAKES_HANDS, LOW);
                Phone baresip = Phone.registered(exchange, customer, 101, HIGH)) {
            linphone.forget();
            linphone.dial("101");
            int call = linphone.callBegun();
            baresip.takeUp();
            linphone.awaitTalk();
            linphone.hold(call);
            awaitOther(baresip, LOW);
            linphone.resume(call);
            awaitTone(baresip, LOW);
            await("tone after hold").atMost(PATIENCE).until(() -> linphone.hears(HIGH));
            linphone.hangUp();
            baresip.awaitEnd();
            baresip.forget();
            linphone.forget();
            baresip.dial("100");
            bothHear(linphone, baresip, linphone);
        }
    }

    /** It refuses all else with 488, and is asked again in its own words. */
    @Test
    void two_of_baresip_that_shake_hands_hear_each_other_and_the_wire_hears_nothing(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        try (Phone caller = Phone.shakingHands(exchange, customer, 100, LOW);
                Phone called = Phone.shakingHands(exchange, customer, 101, HIGH);
                Wire wire = Wire.tapped(exchange)) {
            talk(caller, called);
            bothHear(caller, called);
            assertThat(wire.tenthsOfSound()).as("noise on the wire").isGreaterThan(ONE_SECOND);
            assertThat(wire.tenthsOf(LOW)).isZero();
            assertThat(wire.tenthsOf(HIGH)).isZero();
            caller.hold();
            awaitOther(called, LOW);
            caller.resume();
            awaitTone(called, LOW);
            caller.hangUp();
            called.awaitEvent("CALL_CLOSED");
        }
    }

    private static void awaitTone(Phone phone, int hertz) {
        await("the tone")
                .atMost(PATIENCE)
                .until(() -> phone.heard().last(ONE_SECOND).tenthsOf(hertz) == ONE_SECOND);
    }

    private static void awaitOther(Phone phone, int than) {
        await("music").atMost(PATIENCE).until(() -> {
            Heard second = phone.heard().last(ONE_SECOND);
            return second.tenthsOfSound() > ONE_SECOND / 2 && second.tenthsOf(than) == 0;
        });
    }

    private static void bothHear(Linphone low, Phone high, Telephone called) {
        called.takeUp();
        low.awaitTalk();
        await("tones both ways").atMost(PATIENCE).until(() -> low.hears(HIGH) && high.hears(LOW));
        assertThat(low.hears(LOW) || high.hears(HIGH)).isFalse();
        low.hangUp();
        high.awaitEnd();
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
            assertThat(wire.reads("INVITE sip:")).isTrue();
            assertThat(wire.reads("crypto:")).as("keys go to nobody in clear").isFalse();
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
            TestCertificate second = exchange.newCertificate("second");
            assertThat(shows(exchange, second)).isFalse();
            await("the new certificate").atMost(UNTIL_NOTICED).until(() -> shows(exchange, second));
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
        long othersBefore = other.heard().tenthsOf(LOW);
        await("tones both ways").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(one.heard().tenthsOf(HIGH)).isGreaterThan(before + ONE_SECOND);
            assertThat(other.heard().tenthsOf(LOW)).isGreaterThan(othersBefore + ONE_SECOND);
        });
        assertThat(one.heard().tenthsOf(LOW)).isZero();
        assertThat(other.heard().tenthsOf(HIGH)).isZero();
    }

    /** A handshake with one who trusts nothing but that certificate. */
    private static boolean shows(Exchange exchange, TestCertificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(certificate.certificate())) {
            trusted.setCertificateEntry(
                    "ours", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(exchange.sips().getAddress(), exchange.sips().getPort())) {
            socket.startHandshake();
            return true;
        } catch (SSLHandshakeException e) {
            return false;
        }
    }
}
