package ro.clickphone.portal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.TracedMessage;
import ro.clickphone.engine.api.Transport;

class PcapTest {
    private static final String TEXT = "OPTIONS sip:x SIP/2.0\r\n\r\n";

    private static TracedMessage message(TracedMessage.Way way, String far) {
        return new TracedMessage(Instant.ofEpochSecond(1_800_000_000, 5000), way, Transport.TLS, far, TEXT);
    }

    @Test
    void message_from_the_old_internet_is_a_packet_to_our_port() {
        ByteBuffer file = ByteBuffer.wrap(Pcap.of(List.of(message(TracedMessage.Way.IN, "192.0.2.9:5062"))));
        assertThat(file.getInt(0)).isEqualTo(0xA1B2C3D4);
        assertThat(file.getInt(20)).isEqualTo(101);
        assertThat(file.getInt(24)).isEqualTo(1_800_000_000);
        assertThat(file.getInt(28)).isEqualTo(5);
        assertThat(file.getInt(32)).isEqualTo(28 + TEXT.length());
        assertThat(file.getInt(40 + 12)).isEqualTo(0xC0000209);
        assertThat(file.getShort(40 + 20)).isEqualTo((short) 5062);
        assertThat(file.getShort(40 + 22)).isEqualTo((short) 5060);
        assertThat(new String(file.array(), 40 + 28, TEXT.length(), StandardCharsets.UTF_8))
                .isEqualTo(TEXT);
        assertThat(file.capacity()).isEqualTo(40 + 28 + TEXT.length());
    }

    @Test
    void message_to_the_new_internet_is_a_packet_from_our_port() {
        ByteBuffer file = ByteBuffer.wrap(Pcap.of(List.of(message(TracedMessage.Way.OUT, "[2001:db8::1]:5062"))));
        assertThat(file.get(40)).isEqualTo((byte) 0x60);
        assertThat(file.getShort(40 + 4)).isEqualTo((short) (8 + TEXT.length()));
        assertThat(file.getInt(40 + 24)).isEqualTo(0x20010DB8);
        assertThat(file.getShort(40 + 40)).isEqualTo((short) 5060);
        assertThat(file.getShort(40 + 42)).isEqualTo((short) 5062);
    }

    /** Over a header or a packet that is whole the sum of all words is all ones (RFC 1071). */
    private static int sum(byte[] packet, int from, int to, int begun) {
        int sum = begun;
        for (int i = from; i < to; i++) {
            sum += (packet[i] & 0xFF) << ((i - from) % 2 == 0 ? 8 : 0);
        }
        while (sum > 0xFFFF) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return sum;
    }

    @Test
    void checksums_are_right_for_readers_that_look_at_them() {
        for (String far : List.of("192.0.2.9:5062", "[2001:db8::1]:5062")) {
            byte[] file = Pcap.of(List.of(message(TracedMessage.Way.IN, far)));
            int address = far.startsWith("[") ? 16 : 4;
            int header = far.startsWith("[") ? 40 : 20;
            if (address == 4) {
                assertThat(sum(file, 40, 60, 0)).isEqualTo(0xFFFF);
            }
            int pseudo = sum(file, 40 + header - 2 * address, 40 + header, 17 + file.length - 40 - header);
            assertThat(sum(file, 40 + header, file.length, pseudo)).isEqualTo(0xFFFF);
        }
    }
}
