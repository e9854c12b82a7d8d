package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UdpTransportTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final List<Long> arrived = new CopyOnWriteArrayList<>();
    private final SipReader reader = new SipReader(
            new SipReader.SipSink() {
                @Override
                public void request(SIPRequest request, Flow flow) {
                    arrived.add(request.getCSeq().getSeqNumber());
                    if (request.getCSeq().getSeqNumber() == 2) {
                        throw new IllegalStateException("the second one always fails");
                    }
                }

                @Override
                public void response(SIPResponse response, Flow flow) {
                    // none comes
                }
            },
            new SipTrace(Clock.systemUTC()));

    @Test
    void single_core_hands_no_packet_to_another_thread() {
        assertThat(UdpTransport.lanesFor(1)).isZero();
        assertThat(UdpTransport.lanesFor(2)).isEqualTo(2);
        assertThat(UdpTransport.lanesFor(64)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void messages_of_a_dialog_arrive_in_their_order_and_one_that_fails_keeps_back_no_other(int lanes) throws Exception {
        try (UdpTransport transport = new UdpTransport(ANY_PORT, reader, new NothingElse(), lanes);
                DatagramSocket phone = new DatagramSocket(ANY_PORT)) {
            send(phone, transport, "OPTIONS nonsense\r\n\r\n");
            for (int number = 1; number <= 50; number++) {
                send(phone, transport, options(number));
            }
            await().untilAsserted(() -> assertThat(arrived)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList()));
        }
    }

    private static void send(DatagramSocket phone, UdpTransport transport, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        phone.send(new DatagramPacket(bytes, bytes.length, transport.local()));
    }

    private static String options(int number) {
        return "OPTIONS sip:pbx@127.0.0.1 SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK" + number + "\r\n"
                + "From: <sip:a@127.0.0.1>;tag=1\r\nTo: <sip:b@127.0.0.1>\r\nCall-ID: one-dialog\r\n"
                + "CSeq: " + number + " OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
    }

    private static final class NothingElse implements UdpTransport.UdpSide {
        @Override
        public boolean takes(byte[] packet, Flow flow) {
            return false;
        }

        @Override
        public boolean isBlocked(InetSocketAddress source) {
            return false;
        }
    }
}
