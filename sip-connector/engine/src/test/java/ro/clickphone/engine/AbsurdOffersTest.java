package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;

/** Session descriptions that nobody can talk by are refused (RFC 3261 13.3.1.3), and nothing is left of the call. */
class AbsurdOffersTest {
    private static final String CARRIER = "127.0.0.5";
    private static final String HEAD = "v=0\r\no=- 1 1 IN IP4 127.0.0.5\r\ns=-\r\nc=IN IP4 127.0.0.5\r\nt=0 0\r\n";

    /** Of a telephone that has DTLS and no ICE. */
    private static final String FINGERPRINT = "AB:".repeat(31) + "AB";

    private static Door door;

    @BeforeAll
    static void open(@TempDir Path folder) {
        TestBusiness business = new TestBusiness(
                call -> new CallStep(new Step.Echo(List.of(), Duration.ofMinutes(1)), FlowState.NONE),
                outcome -> new CallStep(new Step.HangUp(HangupCause.NORMAL), FlowState.NONE));
        business.trunks.add(TrunkConfig.to(
                new TrunkId(1),
                "carrier",
                CARRIER,
                5060,
                Transport.UDP,
                List.of(CARRIER),
                TrunkConfig.NumberFormat.E164_PLUS));
        door = Door.open(business, folder);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    static Stream<String> absurd() {
        return Stream.of(
                HEAD,
                HEAD + "m=video 5000 RTP/AVP 31\r\n",
                HEAD + "m=audio 0 RTP/AVP 8\r\n",
                HEAD + "m=audio 70000 RTP/AVP 8\r\n",
                HEAD + "m=audio -5 RTP/AVP 8\r\n",
                HEAD + "m=audio 5000 RTP/AVP\r\n",
                HEAD + "m=audio 5000 RTP/AVP 18\r\na=rtpmap:18 G729/8000\r\n",
                HEAD + "m=audio 5000 RTP/SAVP 8\r\n",
                HEAD + "m=audio 5000 UDP/TLS/RTP/SAVP 8\r\na=setup:actpass\r\na=fingerprint:sha-256 " + FINGERPRINT
                        + "\r\n",
                HEAD + "m=audio 5000 UDP/BFCP *\r\n",
                HEAD + "m=audio 5000 RTP/AVP " + numbers(500) + "\r\n",
                HEAD + "m=audio 5000 RTP/AVP 8\r\n".repeat(50),
                HEAD + "m=audio 5000 RTP/AVP 8\r\n" + "a=x:y\r\n".repeat(3000),
                "v=1\r\n" + HEAD.substring(5) + "m=audio 5000 RTP/AVP 8\r\n",
                "v=0\r\no=- 1 1 IN IP4 1.1.1.1\r\ns=-\r\nt=0 0\r\nm=audio 5000 RTP/AVP 8\r\n",
                "v=0\r\no=- 1 1 IN IP4 1.1.1.1\r\ns=-\r\nc=IN IP4 not.an.address.\r\nt=0 0\r\nm=audio 5000 RTP/AVP 8\r\n",
                "v=0\r\no=- 1 1 IN IP4 1.1.1.1\r\ns=-\r\nc=IN IP4 224.0.0.1/127\r\nt=0 0\r\nm=audio 5000 RTP/AVP 8\r\n",
                "v=0\r\no=- 1 1 IN IP4 1.1.1.1\r\ns=-\r\nc=IN IP4 255.255.255.255\r\nt=0 0\r\nm=audio 5000 RTP/AVP 8\r\n",
                "\0\0\0\0",
                "nothing of the kind",
                "m=audio");
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("absurd")
    void is_refused(String offer) {
        try (Wire carrier = Wire.udp(CARRIER, door.address())) {
            String invite = carrier.request("INVITE", "sip:9@127.0.0.1", "", offer);
            String answer = carrier.ask(invite).orElseThrow();
            assertThat(answer).startsWith("SIP/2.0 488");
            carrier.send(ackOf(invite, answer));
            await().untilAsserted(() -> {
                assertThat(door.engine().figures().calls()).isZero();
                assertThat(door.engine().figures().dialogs()).isZero();
            });
            assertThat(carrier.isServed()).isTrue();
        }
    }

    private static String ackOf(String invite, String answer) {
        String head = invite.substring(0, invite.indexOf("\r\n\r\n"));
        return head.replaceFirst("INVITE", "ACK")
                        .replaceFirst("To: .*", "To: " + Wire.lineOf(answer, "To"))
                        .replaceFirst("CSeq: .*", "CSeq: 1 ACK")
                        .replaceFirst("Content-Type: .*\r\n", "")
                        .replaceFirst("Content-Length: .*", "Content-Length: 0")
                + "\r\n\r\n";
    }
}
