package ro.clickphone.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ro.clickphone.engine.FaxMachine.Side;

/** A page goes from one fax machine to another through the exchange: as sound, and as packets of T.38. */
class FaxModemTest extends TalkScene {
    private static final int PATIENCE = 120;
    private static final String OF_FAX = "a=T38FaxVersion:0\r\na=T38MaxBitRate:14400\r\n"
            + "a=T38FaxRateManagement:transferredTCF\r\na=T38FaxUdpEC:t38UDPRedundancy\r\n";

    @TempDir
    Path folder;

    private static String sdp(String media) {
        return "v=0\r\no=fax 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n" + media;
    }

    private static String audio(FaxMachine machine) {
        return sdp("m=audio " + machine.port() + " RTP/AVP 8\r\n");
    }

    private static String packets(FaxMachine machine) {
        return sdp("m=image " + machine.port() + " udptl t38\r\n" + OF_FAX);
    }

    private static InetSocketAddress placeIn(SipText message) {
        Matcher port = Pattern.compile("m=(?:audio|image) ([1-9]\\d*) ").matcher(message.body());
        assertThat(port.find()).as("a place in %s", message).isTrue();
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)));
    }

    private static Spandsp modem() {
        Optional<Spandsp> library = Spandsp.find();
        assumeTrue(library.isPresent(), "no fax modem is installed (libspandsp2)");
        return library.get();
    }

    /** @param connected sets up the call, to the point where both machines know each other's place */
    private void pageArrives(FaxMachine sender, FaxMachine receiver, Runnable connected) throws Exception {
        Path received = folder.resolve("received.tiff");
        sender.sends(FaxPage.written(folder.resolve("sent.tiff")));
        receiver.receives(received);
        connected.run();
        assertThat(sender.end().get(PATIENCE, SECONDS)).isEqualTo("OK");
        assertThat(receiver.end().get(PATIENCE, SECONDS)).isEqualTo("OK");
        assertThat(FaxPage.read(received)).isEqualTo(FaxPage.pixels());
        calling.hangUp();
        answering.isHungUp();
    }

    @Test
    void page_arrives_as_sound() throws Exception {
        Spandsp modem = modem();
        try (FaxMachine sender = FaxMachine.inAudio(modem, Side.CALLING);
                FaxMachine receiver = FaxMachine.inAudio(modem, Side.ANSWERING)) {
            pageArrives(sender, receiver, () -> inSound(sender, receiver));
        }
    }

    private void inSound(FaxMachine sender, FaxMachine receiver) {
        calling = caller.newLeg("101");
        int invite = calling.invites("", offer -> audio(sender));
        answering = called.rings();
        answering.answer(audio(receiver));
        receiver.lives(placeIn(answering.invite()));
        SipText ok = calling.finalAnswer("INVITE", invite);
        calling.toIsNow(ok);
        caller.send(calling.ack(ok, ""));
        sender.lives(placeIn(ok));
    }

    @Test
    void page_arrives_as_packets() throws Exception {
        Spandsp modem = modem();
        try (FaxMachine sender = FaxMachine.inPackets(modem, Side.CALLING);
                FaxMachine receiver = FaxMachine.inPackets(modem, Side.ANSWERING)) {
            pageArrives(sender, receiver, () -> inPackets(sender, receiver));
            assertThat(sender.packets()).isGreaterThan(20);
        }
    }

    private void inPackets(FaxMachine sender, FaxMachine receiver) {
        talk("");
        int again = answering.send("INVITE", called.contact(), packets(receiver));
        SipText asked = caller.awaitRequest("INVITE");
        caller.reply(asked, 200, "", caller.contact(), packets(sender));
        SipText agreed = answering.finalAnswer("INVITE", again);
        assertThat(agreed.status()).isEqualTo(200);
        called.send(answering.ack(agreed, ""));
        receiver.lives(placeIn(agreed));
        sender.lives(placeIn(asked));
    }
}
