package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;

/** A carrier that is named by a service record, and a name server on loopback. */
class CarrierNamesTest {
    private static final TrunkId ID = new TrunkId(7);

    private final NameServer server = new NameServer();
    private final Trunks trunks = new Trunks(new CarrierNames("dns://127.0.0.1:" + server.port()));

    @AfterEach
    void close() {
        server.close();
    }

    private static TrunkConfig trunk(String host) {
        return TrunkConfig.to(
                ID, "c", host, 5060, Transport.UDP, List.of("192.0.2.1"), TrunkConfig.NumberFormat.E164_PLUS);
    }

    private List<Trunks.Peer> peers() {
        return trunks.byId(ID).orElseThrow().peers();
    }

    @Test
    void machines_ports_priorities_and_weights_are_those_of_the_record() {
        server.says("10 60 5070 127.0.0.1", "20 0 5080 127.0.0.2");
        trunks.load(List.of(trunk("_sip._udp.carrier.example")));
        assertThat(peers())
                .extracting(Trunks.Peer::address)
                .containsExactly(new InetSocketAddress("127.0.0.1", 5070), new InetSocketAddress("127.0.0.2", 5080));
        assertThat(peers()).extracting(peer -> peer.config().weight()).containsExactly(60, 1);
        assertThat(TrunkCall.order(peers(), peer -> false)).isEqualTo(peers());
        assertThat(server.asked()).isEqualTo("_sip._udp.carrier.example");
    }

    @Test
    void carrier_that_moves_is_followed_and_one_whose_name_server_is_away_stays_where_it_was() {
        server.says("10 1 5070 127.0.0.1");
        trunks.load(List.of(trunk("_sip._udp.carrier.example")));
        assertThat(trunks.lookNamesUpAgain()).as("nothing new").isFalse();
        server.says("10 1 5071 127.0.0.3");
        assertThat(trunks.lookNamesUpAgain()).isTrue();
        assertThat(peers()).extracting(Trunks.Peer::address).containsExactly(new InetSocketAddress("127.0.0.3", 5071));
        server.says();
        assertThat(trunks.lookNamesUpAgain()).isFalse();
        assertThat(peers()).hasSize(1);
    }

    @Test
    void service_that_the_record_denies_has_no_machine() {
        server.says("0 0 0 .");
        trunks.load(List.of(trunk("_sip._udp.carrier.example")));
        assertThat(peers()).isEmpty();
        assertThat(trunks.waysOf(ID)).isEmpty();
    }

    /** Answers each question with the same service records; with "no such name" when there are none. */
    private static final class NameServer implements AutoCloseable {
        private final DatagramSocket socket;
        private volatile List<String> records = List.of();
        private volatile String asked = "";

        NameServer() {
            try {
                socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            Thread thread = new Thread(this::serve, "name server");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        void says(String... services) {
            records = List.of(services);
        }

        String asked() {
            await().until(() -> !asked.isEmpty());
            return asked;
        }

        private void serve() {
            byte[] buffer = new byte[512];
            while (!socket.isClosed()) {
                try {
                    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                    socket.receive(packet);
                    byte[] answer = answer(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                } catch (IOException e) {
                    // closed
                }
            }
        }

        /** RFC 1035: the question comes back, then the records, each of the name at octet 12. */
        private byte[] answer(ByteBuffer question) {
            int end = 12;
            StringBuilder name = new StringBuilder();
            while (question.get(end) != 0) {
                int length = question.get(end);
                byte[] label = new byte[length];
                question.get(end + 1, label);
                name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
                end += length + 1;
            }
            asked = name.toString();
            end += 5;
            List<String> services = records;
            ByteBuffer out = ByteBuffer.allocate(512);
            out.putShort(question.getShort(0)).putShort((short) (services.isEmpty() ? 0x8183 : 0x8180));
            out.putShort((short) 1).putShort((short) services.size()).putInt(0);
            out.put(question.array(), 12, end - 12);
            services.forEach(service -> write(out, service.split(" ")));
            byte[] answer = new byte[out.position()];
            out.get(0, answer);
            return answer;
        }

        private static void write(ByteBuffer out, String[] words) {
            ByteBuffer host = ByteBuffer.allocate(256);
            for (String label : words[3].split("\\.")) {
                host.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
            }
            host.put((byte) 0).flip();
            out.putShort((short) 0xC00C)
                    .putShort((short) 33)
                    .putShort((short) 1)
                    .putInt(60);
            out.putShort((short) (6 + host.limit()));
            for (int i = 0; i < 3; i++) {
                out.putShort(Short.parseShort(words[i]));
            }
            out.put(host);
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
