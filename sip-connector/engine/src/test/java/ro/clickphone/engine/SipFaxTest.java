package ro.clickphone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A talk that becomes a fax (T.38, RFC 3362), between two machines that speak UDPTL through the exchange. */
class SipFaxTest extends TalkScene {
    private DatagramSocket sender;
    private DatagramSocket receiver;

    @BeforeEach
    void theyTalk() throws IOException {
        talk();
        sender = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
        receiver = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
        sender.setSoTimeout(5000);
        receiver.setSoTimeout(5000);
    }

    @AfterEach
    void closeMachines() {
        sender.close();
        receiver.close();
    }

    private static String fax(int port, String terms) {
        return "v=0\r\no=fax 1 2 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=image " + port
                + " udptl t38\r\n" + terms;
    }

    private static InetSocketAddress placeIn(SipText message) {
        Matcher port = Pattern.compile("m=image (\\d+) udptl t38").matcher(message.body());
        assertThat(port.find()).as("fax in %s", message.body()).isTrue();
        return new InetSocketAddress("127.0.0.1", Integer.parseInt(port.group(1)));
    }

    private static void send(DatagramSocket from, InetSocketAddress to, byte[] bytes) throws IOException {
        from.send(new DatagramPacket(bytes, bytes.length, to));
    }

    private static byte[] next(DatagramSocket at) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        at.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private static byte[] udptl(int sequence) {
        return new byte[] {(byte) (sequence >> 8), (byte) sequence, 3, (byte) 0xC0, 1, 2, (byte) sequence, 0};
    }

    /** @return where the sender and the receiver send to */
    private InetSocketAddress[] fax() {
        int again = answering.send(
                "INVITE",
                called.contact(),
                fax(receiver.getLocalPort(), "a=T38FaxVersion:0\r\na=T38MaxBitRate:14400\r\n"));
        SipText asked = caller.awaitRequest("INVITE");
        assertThat(asked.body())
                .contains("a=T38FaxVersion:0\r\n", "a=T38MaxBitRate:14400\r\n")
                .doesNotContain("m=audio");
        caller.reply(asked, 200, "", caller.contact(), fax(sender.getLocalPort(), "a=T38MaxBitRate:9600\r\n"));
        SipText agreed = answering.finalAnswer("INVITE", again);
        assertThat(agreed.status()).isEqualTo(200);
        assertThat(agreed.body()).contains("a=T38MaxBitRate:9600\r\n").doesNotContain("14400");
        called.send(answering.ack(agreed, ""));
        caller.awaitRequest("ACK");
        return new InetSocketAddress[] {placeIn(asked), placeIn(agreed)};
    }

    @Test
    void packets_of_the_fax_pass_as_they_are() throws IOException {
        InetSocketAddress[] places = fax();
        for (int i = 0; i < 200; i++) {
            send(sender, places[0], udptl(i));
            assertThat(next(receiver)).isEqualTo(udptl(i));
            send(receiver, places[1], udptl(i));
            assertThat(next(sender)).isEqualTo(udptl(i));
        }
        calling.hangUp();
        answering.isHungUp();
    }

    @Test
    void audio_comes_back_after_the_fax() throws IOException {
        InetSocketAddress[] places = fax();
        send(sender, places[0], udptl(0));
        next(receiver);
        SipText back = answering.ask("INVITE", called.contact(), called.voice.sdp("sendrecv", "8", "101"));
        called.send(answering.ack(back, ""));
        called.voice.to(back.body());
        SipText asked = caller.awaitRequest("INVITE");
        caller.reply(
                asked, 200, "", caller.contact(), caller.voice.to(asked.body()).sdp("sendrecv", "8", "101"));
        int heard = called.voice.heard().size();
        org.awaitility.Awaitility.await().until(() -> called.voice.heard().size() > heard + 20);
        called.voice.hears(500);
        caller.voice.hears(800);
    }

    @Test
    void fax_that_is_refused_goes_on_in_the_audio() {
        int again = answering.send("INVITE", called.contact(), fax(receiver.getLocalPort(), ""));
        caller.reply(caller.awaitRequest("INVITE"), 488, "", "", "");
        SipText refused = answering.finalAnswer("INVITE", again);
        assertThat(refused.status()).isEqualTo(488);
        int heard = called.voice.heard().size();
        org.awaitility.Awaitility.await().until(() -> called.voice.heard().size() > heard + 20);
        called.voice.hears(500);
    }

    @Test
    void stranger_sends_no_page() throws IOException {
        InetSocketAddress[] places = fax();
        send(sender, places[0], udptl(0));
        assertThat(next(receiver)).isEqualTo(udptl(0));
        try (DatagramSocket stranger = new DatagramSocket(new InetSocketAddress("127.0.0.7", 0))) {
            for (int i = 1; i < 20; i++) {
                send(stranger, places[0], udptl(500 + i));
            }
        }
        send(sender, places[0], udptl(1));
        assertThat(next(receiver)).isEqualTo(udptl(1));
    }
}
