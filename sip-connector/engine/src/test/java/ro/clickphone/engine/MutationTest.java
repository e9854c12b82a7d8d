package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.EngineFigures;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;

/**
 * Spoiled messages from a carrier's address, where they come the farthest: none of them ends anything but itself. As
 * many of each method as the figures of the product are stated for, unless {@code -Dmutations} says fewer.
 */
class MutationTest {
    private static final int OF_EACH = Integer.getInteger("mutations", 5000);
    private static final long SEED = 20_261_126;
    private static final String CARRIER = "127.0.0.5";
    private static final List<String> METHODS = List.of(
            "INVITE",
            "ACK",
            "CANCEL",
            "BYE",
            "OPTIONS",
            "REGISTER",
            "INFO",
            "UPDATE",
            "PRACK",
            "REFER",
            "SUBSCRIBE",
            "NOTIFY",
            "MESSAGE",
            "PUBLISH");
    private static final Duration REST = Duration.ofMinutes(3);
    private static final String OFFER = "v=0\r\no=- 1 1 IN IP4 127.0.0.5\r\ns=-\r\nc=IN IP4 127.0.0.5\r\nt=0 0\r\n"
            + "m=audio 40000 RTP/AVP 8 0 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
            + "a=fmtp:101 0-15\r\na=sendrecv\r\n";

    private Door door;

    @BeforeEach
    void open(@TempDir Path folder) {
        TestBusiness business = new TestBusiness(
                MutationTest::decide, outcome -> new CallStep(new Step.HangUp(HangupCause.NORMAL), FlowState.NONE));
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

    private static CallStep decide(IncomingCall call) {
        Step step =
                call.dialled().equals("9") ? new Step.Echo(List.of(), Duration.ofMinutes(1)) : Step.Reject.with(404);
        return new CallStep(step, FlowState.NONE);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void spoiled_messages_of_each_method_leave_a_running_engine_and_nothing_else() {
        Mutations mutations = new Mutations(SEED);
        try (Wire carrier = Wire.udp(CARRIER, door.address());
                Wire stranger = door.udp()) {
            call(carrier);
            Set<Thread> threads = threads();
            for (String method : METHODS) {
                for (int i = 0; i < OF_EACH; i++) {
                    carrier.send(mutations.of(message(carrier, method, i)));
                    if (i % 200 == 199) {
                        assertThat(stranger.isServed()).as(method + " " + i).isTrue();
                        drain(carrier);
                    }
                }
            }
            System.out.printf(
                    "%d spoiled messages of each of %d methods: served throughout, %d in all%n",
                    OF_EACH, METHODS.size(), OF_EACH * METHODS.size());
            assertThat(threads).allMatch(Thread::isAlive);
            await("rest").atMost(REST).untilAsserted(() -> assertThat(
                            door.engine().figures())
                    .isEqualTo(new EngineFigures(
                            0, 0, 0, 0, 0, 0, door.engine().figures().dropped())));
            call(carrier);
        }
    }

    private static void drain(Wire wire) {
        for (int i = 0; i < 400 && wire.receive(1).isPresent(); i++) {
            // answers that nobody reads
        }
    }

    private static String message(Wire from, String method, int number) {
        boolean inDialog = number % 3 == 0 && !method.equals("INVITE");
        String body = method.equals("INVITE") || method.equals("UPDATE") ? OFFER : "";
        String request = from.request(method, "sip:" + number % 10 + "@127.0.0.1", "Supported: timer\r\n", body);
        return inDialog ? request.replaceFirst("(?m)^(To: .*)\r$", "$1;tag=a" + number + "\r") : request;
    }

    /** A whole call, answered, acknowledged and ended by us. */
    private static void call(Wire carrier) {
        drain(carrier);
        String invite = carrier.request("INVITE", "sip:9@127.0.0.1", "", OFFER);
        Optional<String> answer = carrier.ask(invite);
        assertThat(Wire.status(answer)).isEqualTo(200);
        String to = Wire.lineOf(answer.orElseThrow(), "To");
        carrier.send(inDialog(invite, "ACK", 1, to));
        Optional<String> bye = carrier.ask(inDialog(invite, "BYE", 2, to));
        assertThat(Wire.status(bye)).isEqualTo(200);
    }

    private static String inDialog(String invite, String method, int cseq, String to) {
        String head = invite.substring(0, invite.indexOf("\r\n\r\n"));
        return head.replaceFirst("INVITE sip:9", method + " sip:9")
                        .replaceFirst("branch=z9hG4bK", "branch=z9hG4bK" + method)
                        .replaceFirst("To: .*", "To: " + to)
                        .replaceFirst("CSeq: .*", "CSeq: " + cseq + " " + method)
                        .replaceFirst("Content-Type: .*\r\n", "")
                        .replaceFirst("Content-Length: .*", "Content-Length: 0")
                + "\r\n\r\n";
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("clickphone-")
                        || thread.getName().startsWith("media-"))
                .collect(Collectors.toSet());
    }
}
