package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A phone asks where it comes from (RFC 5389). */
class StunServerTest {
    private static final int COOKIE = 0x2112A442;

    private static byte[] request() {
        return ByteBuffer.allocate(20)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(COOKIE)
                .putLong(42)
                .putInt(7)
                .array();
    }

    private static byte[] ask(DatagramSocket phone, InetSocketAddress server, byte[] question) throws IOException {
        phone.setSoTimeout(5000);
        phone.send(new DatagramPacket(question, question.length, server));
        DatagramPacket answer = new DatagramPacket(new byte[200], 200);
        phone.receive(answer);
        return Arrays.copyOf(answer.getData(), answer.getLength());
    }

    @Test
    void phone_is_told_its_address_and_port() throws IOException {
        try (StunServer server = new StunServer(new InetSocketAddress("127.0.0.1", 0));
                DatagramSocket phone = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            byte[] nonsense = {1, 2, 3};
            phone.send(new DatagramPacket(nonsense, nonsense.length, server.local()));
            ByteBuffer answer = ByteBuffer.wrap(ask(phone, server.local(), request()));
            assertThat(answer.getShort(0)).isEqualTo((short) 0x0101);
            assertThat(answer.getLong(8)).isEqualTo(42);
            assertThat(answer.getShort(20)).isEqualTo((short) 0x0020);
            assertThat((answer.getShort(26) ^ COOKIE >>> 16) & 0xFFFF).isEqualTo(phone.getLocalPort());
            assertThat(answer.getInt(28) ^ COOKIE).isEqualTo(0x7F000001);
        }
    }

    @Test
    void port_that_is_taken_is_said_in_a_sentence() throws IOException {
        try (StunServer server = new StunServer(new InetSocketAddress("127.0.0.1", 0))) {
            assertThatThrownBy(() -> new StunServer(server.local()))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The STUN port " + server.local().getPort() + " cannot be opened");
        }
    }
}
