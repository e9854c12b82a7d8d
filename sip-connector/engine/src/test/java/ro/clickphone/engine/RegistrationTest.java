package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.engine.sdp.OwnAddresses;

/** A phone registers by each transport, and is called by the way on which it came. */
class RegistrationTest {
    private static final String CARRIER = "127.0.0.5";

    private static Door door;
    private static InetSocketAddress tls;
    private static InetSocketAddress ws;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        tls = new InetSocketAddress("127.0.0.1", Door.freePort());
        ws = new InetSocketAddress("127.0.0.1", Door.freePort());
        door = Door.open(config("127.0.0.1", ws.getPort(), folder, pem(folder)), business(), Clock.systemUTC());
    }

    private static TestBusiness business() {
        TestBusiness business = new TestBusiness(TestHost::decide, TestHost::next);
        business.trunks.add(TrunkConfig.to(
                new TrunkId(1),
                "carrier",
                CARRIER,
                5060,
                Transport.UDP,
                List.of(CARRIER, "::1"),
                TrunkConfig.NumberFormat.E164_PLUS));
        return business;
    }

    private static EngineConfig config(String address, int wsPort, Path folder, Optional<EngineConfig.Tls> secure) {
        return new EngineConfig(
                address,
                address.equals("::") ? OwnAddresses.of("127.0.0.1", "::1") : OwnAddresses.of(address),
                Door.freePort(),
                secure,
                wsPort,
                0,
                EngineConfig.AudioKeys.OVER_TLS,
                EngineConfig.AudioThreads.ORDINARY,
                "pbx.clickphone.ro",
                "pbx.clickphone.ro",
                41000,
                41999,
                folder,
                folder,
                Optional.empty(),
                Duration.ofSeconds(4));
    }

    /** A pair of its own, as an operator has one. */
    private static Optional<EngineConfig.Tls> pem(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        String command = Path.of(System.getProperty("java.home"), "bin", "keytool")
                + " -genkeypair -alias a -keyalg EC -groupname secp256r1 -dname CN=pbx -storetype PKCS12"
                + " -storepass changeit -keystore " + store;
        Process keytool = new ProcessBuilder(command.split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        Path certificate = folder.resolve("certificate.pem");
        Path key = folder.resolve("key.pem");
        write(certificate, "CERTIFICATE", keys.getCertificate("a").getEncoded());
        write(key, "PRIVATE KEY", keys.getKey("a", "changeit".toCharArray()).getEncoded());
        return Optional.of(new EngineConfig.Tls(tls.getPort(), 0, certificate, key));
    }

    private static void write(Path file, String what, byte[] der) throws Exception {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void by_udp() {
        try (Wire phone = door.udp()) {
            registersAndIsCalled(door, phone, "101", "UDP");
        }
    }

    @Test
    void by_tcp() {
        try (Wire phone = door.tcp()) {
            registersAndIsCalled(door, phone, "102", "TCP");
        }
    }

    @Test
    void by_tls() {
        try (Wire phone = Wire.tls(tls)) {
            registersAndIsCalled(door, phone, "103", "TLS");
        }
    }

    @Test
    void by_web_socket() {
        try (Wire phone = Wire.webSocket(ws)) {
            registersAndIsCalled(door, phone, "104", "WS");
        }
    }

    @Test
    void by_udp_over_ipv6(@TempDir Path folder) throws Exception {
        try (Door six = Door.open(config("::1", 0, folder, Optional.empty()), business(), Clock.systemUTC());
                Wire phone = Wire.udp("::1", six.address())) {
            registersAndIsCalled(six, phone, "105", "UDP");
        }
    }

    @Test
    void by_tcp_over_ipv6(@TempDir Path folder) throws Exception {
        try (Door six = Door.open(config("::1", 0, folder, Optional.empty()), business(), Clock.systemUTC());
                Wire phone = Wire.tcp(six.address())) {
            registersAndIsCalled(six, phone, "106", "TCP");
        }
    }

    /** A telephone of IPv6 was told the exchange's address of IPv4, and neither heard nor hung up. */
    @Test
    void two_of_different_families_are_each_told_our_address_of_their_own(@TempDir Path folder) throws Exception {
        try (Door both = Door.open(config("::", 0, folder, Optional.empty()), business(), Clock.systemUTC());
                Wire phone = Wire.udp(
                        "::1", new InetSocketAddress("::1", both.address().getPort()));
                Wire carrier = Wire.udp(
                        CARRIER,
                        new InetSocketAddress("127.0.0.1", both.address().getPort()))) {
            register(phone, "111", "");
            carrier.send(carrier.request("INVITE", "sip:111@127.0.0.1", "", Carrier.SDP));
            String invite = awaitRequest(phone, "INVITE");
            assertThat(Wire.lineOf(invite, "Contact"))
                    .isEqualTo("<sip:[::1]:" + both.address().getPort() + ">");
            assertThat(invite).contains("\r\nc=IN IP6 ::1\r\n").doesNotContain("127.0.0.1");
            phone.send(Carrier.answer(invite, 200, "", Carrier.SDP.replace("IP4 127.0.0.1", "IP6 ::1")));
            String answer = carrier.finalAnswer(10_000).orElseThrow();
            assertThat(Wire.lineOf(answer, "Contact"))
                    .isEqualTo("<sip:127.0.0.1:" + both.address().getPort() + ">");
            assertThat(answer).contains("\r\nc=IN IP4 127.0.0.1\r\n").doesNotContain("::1");
        }
    }

    @Test
    void behind_a_proxy_it_is_called_by_the_path_that_the_proxy_named() {
        try (Wire phone = door.udp();
                Wire carrier = Wire.udp(CARRIER, door.address())) {
            String path = "<sip:edge@" + phone.here() + ";lr;ob>";
            String answer = register(phone, "107", "Path: " + path + "\r\nSupported: path\r\n");
            assertThat(Wire.lineOf(answer, "Path")).isEqualTo(path);
            carrier.send(carrier.request("INVITE", "sip:107@127.0.0.1", "", Carrier.SDP));
            String invite = awaitRequest(phone, "INVITE");
            assertThat(Wire.lineOf(invite, "Route")).isEqualTo(path);
            phone.send(Carrier.answer(invite, 486, "", ""));
        }
    }

    @Test
    void phone_that_comes_back_from_another_address_stays_one_device() {
        try (Wire before = door.udp();
                Wire after = door.udp();
                Wire carrier = Wire.udp(CARRIER, door.address())) {
            String device = ";+sip.instance=\"<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>\";reg-id=1";
            register(before, "108", "", device);
            String answer = register(after, "108", "", device);
            assertThat(answer).contains(after.here()).doesNotContain(before.here());
            carrier.send(carrier.request("INVITE", "sip:108@127.0.0.1", "", Carrier.SDP));
            phoneIsBusy(after);
            assertThat(before.receive(200)).isEmpty();
        }
    }

    /** RFC 5626: one call, and not one for each way there. */
    @Test
    void phone_with_two_flows_is_called_by_the_fresher_one_and_by_the_other_when_that_one_is_dead() {
        try (Wire older = door.udp();
                Wire fresher = door.udp();
                Wire carrier = Wire.udp(CARRIER, door.address())) {
            String phone = ";+sip.instance=\"<urn:uuid:0aae7dec-11d0-a765-00a0-c91e6bf6f81d>\";reg-id=";
            register(older, "109", "Supported: outbound\r\n", phone + 1);
            register(fresher, "109", "Supported: outbound\r\n", phone + 2);
            carrier.send(carrier.request("INVITE", "sip:109@127.0.0.1", "", Carrier.SDP));
            String invite = awaitRequest(fresher, "INVITE");
            assertThat(older.receive(300)).isEmpty();
            fresher.send(Carrier.answer(invite, 430, "", ""));
            phoneIsBusy(older);
            carrier.send(carrier.request("INVITE", "sip:109@127.0.0.1", "", Carrier.SDP));
            awaitRequest(fresher, "INVITE");
            phoneIsBusy(older);
        }
    }

    private static void phoneIsBusy(Wire phone) {
        phone.send(Carrier.answer(awaitRequest(phone, "INVITE"), 486, "", ""));
    }

    /** A phone behind a translation knows neither the address nor the port that it is seen at. */
    @Test
    void answer_goes_where_the_request_came_from_and_says_where_that_is() {
        try (Wire phone = door.udp()) {
            String[] here = phone.here().split(":");
            String options = phone.request("OPTIONS", "sip:127.0.0.1", "", "").replace(phone.here(), "192.0.2.7:5062");
            String answer = phone.ask(options).orElseThrow();
            assertThat(Wire.status(Optional.of(answer))).isEqualTo(200);
            assertThat(Wire.lineOf(answer, "Via"))
                    .startsWith("SIP/2.0/UDP 192.0.2.7:5062")
                    .contains("received=" + here[0])
                    .contains("rport=" + here[1]);
        }
    }

    @Test
    void signs_of_life_are_answered_and_no_message() {
        try (Wire phone = door.tcp()) {
            phone.send("\r\n\r\n");
            // the answer to it is two letters before the next message
            String request = phone.request("OPTIONS", "sip:127.0.0.1", "", "");
            phone.send(request);
            assertThat(phone.receive(10_000).orElseThrow()).startsWith("\r\nSIP/2.0 200");
        }
        try (Wire phone = door.udp()) {
            phone.send("\r\n\r\n");
            phone.send(new byte[] {0, 1, 0, 0, 0x21, 0x12, (byte) 0xA4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
            assertThat(phone.receive(10_000).orElseThrow()).startsWith("\u0001\u0001");
        }
    }

    @Test
    void request_that_comes_by_two_ways_is_served_once() {
        try (Wire carrier = Wire.udp(CARRIER, door.address())) {
            String first = carrier.request("INVITE", "sip:199@127.0.0.1", "", Carrier.SDP);
            String second = first.replace("branch=z9hG4bK", "branch=z9hG4bKother");
            carrier.send(first);
            carrier.send(second);
            Optional<String> answer = carrier.finalAnswer(10_000);
            while (!Wire.lineOf(answer.orElseThrow(), "Via").contains("z9hG4bKother")) {
                answer = carrier.finalAnswer(10_000);
            }
            assertThat(Wire.status(answer)).isEqualTo(482);
        }
    }

    /** A source of UDP can be forged: whoever does so must not be able to take a carrier off the air. */
    @Test
    void carriers_calls_come_in_after_wrong_passwords_in_its_name(@TempDir Path folder) {
        try (Door own = Door.open(config("127.0.0.1", 0, folder, Optional.empty()), business(), Clock.systemUTC());
                Wire carrier = Wire.udp(CARRIER, own.address())) {
            String proof = "Authorization: Digest username=\"53630-101\", realm=\"pbx.clickphone.ro\", nonce=\"x\","
                    + " uri=\"sip:pbx.clickphone.ro\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"a\","
                    + " response=\"00000000000000000000000000000000\"\r\n";
            for (int guess = 0; guess < 20; guess++) {
                carrier.ask(carrier.request("REGISTER", "sip:pbx.clickphone.ro", proof, ""));
            }
            assertThat(own.engine().blockedSources()).hasSize(1);
            String invite = carrier.request("INVITE", "sip:9999@127.0.0.1", "", Carrier.SDP);
            assertThat(Wire.status(carrier.ask(invite))).isEqualTo(404);
            carrier.send(carrier.request("REGISTER", "sip:pbx.clickphone.ro", "", ""));
            Optional<String> heard = carrier.receive(500);
            while (heard.filter(text -> text.contains("INVITE")).isPresent()) {
                // the refusal again, which was not acknowledged
                heard = carrier.receive(500);
            }
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void request_without_a_hop_left_goes_no_further() {
        try (Wire carrier = Wire.udp(CARRIER, door.address())) {
            String invite = carrier.request("INVITE", "sip:199@127.0.0.1", "", Carrier.SDP)
                    .replace("Max-Forwards: 70", "Max-Forwards: 0");
            assertThat(Wire.status(carrier.ask(invite))).isEqualTo(483);
        }
    }

    private static void registersAndIsCalled(Door at, Wire phone, String extension, String transport) {
        String answer = register(phone, extension, "");
        assertThat(Wire.lineOf(answer, "Contact")).contains("expires=");
        String address = at.address().getHostString();
        String host = address.contains(":") ? "[::1]" : address;
        try (Wire carrier = Wire.udp(address.contains(":") ? "::1" : CARRIER, at.address())) {
            String call = carrier.request("INVITE", "sip:" + extension + "@" + host, "", Carrier.SDP);
            carrier.send(call);
            String invite = awaitRequest(phone, "INVITE");
            assertThat(Wire.lineOf(invite, "Via")).startsWith("SIP/2.0/" + transport + " " + host + ":");
            assertThat(Wire.lineOf(invite, "Contact")).contains(host);
            phone.send(Carrier.answer(invite, 486, "", ""));
            assertThat(awaitRequest(phone, "ACK")).contains(Wire.lineOf(invite, "Call-ID"));
            Optional<String> outcome = carrier.finalAnswer(10_000);
            assertThat(Wire.status(outcome)).isEqualTo(486);
        }
    }

    private static String awaitRequest(Wire phone, String method) {
        String message = phone.receive(10_000).orElseThrow();
        while (!message.startsWith(method + " ")) {
            message = phone.receive(10_000).orElseThrow();
        }
        return message;
    }

    /** @return the answer to the right password */
    private static String register(Wire phone, String extension, String more) {
        return register(phone, extension, more, "");
    }

    /** @param contact its parameters */
    private static String register(Wire phone, String extension, String more, String contact) {
        String user = "53630-" + extension;
        String first = phone.request("REGISTER", "sip:pbx.clickphone.ro", more, "")
                .replaceAll("(From|To): <[^>]*>", "$1: <sip:" + user + "@pbx.clickphone.ro>")
                .replaceAll("(Contact: <[^>]*>)", "$1" + Matcher.quoteReplacement(contact));
        Optional<String> challenge = phone.ask(first);
        assertThat(Wire.status(challenge)).isEqualTo(401);
        String proof = Proof.of(user, "REGISTER", "sip:pbx.clickphone.ro", new SipText(challenge.orElseThrow()));
        String second = first.replaceFirst("branch=[^\r]*", "branch=z9hG4bK" + UUID.randomUUID())
                .replace("CSeq: 1", "CSeq: 2")
                .replace("Content-Length", proof + "Content-Length");
        Optional<String> answer = phone.ask(second);
        assertThat(Wire.status(answer)).isEqualTo(200);
        return answer.orElseThrow();
    }
}
