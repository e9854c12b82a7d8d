package ro.clickphone.engine.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import ro.clickphone.engine.rtp.ReceivedStream;
import ro.clickphone.engine.rtp.Rtcp;
import ro.clickphone.engine.rtp.RtpSocket;
import ro.clickphone.engine.rtp.SentStream;
import ro.clickphone.engine.sdp.Agreement;

/** What a line and its far end report to each other of what they received (RFC 3550 6). On the loop's thread. */
final class LineReports {
    /** RFC 3550 6.2: the least interval. */
    private static final int SECONDS = 5;

    private final RtpSocket socket;
    private final Shield shield;
    private final ReceivedStream received;
    private final SentStream sent;
    private final Rtcp rtcp;
    private int secondsLeft = SECONDS;

    LineReports(RtpSocket socket, Shield shield, ReceivedStream received, SentStream sent, Clock clock) {
        this.socket = socket;
        this.shield = shield;
        this.received = received;
        this.sent = sent;
        this.rtcp = new Rtcp(clock);
    }

    void read(ByteBuffer datagram, long nanos) {
        rtcp.read(datagram, sent.ssrc(), nanos);
    }

    /** @param audio where the audio is sent to */
    void everySecond(Agreement agreement, InetSocketAddress audio, ByteBuffer out, long nanos) {
        if (--secondsLeft > 0) {
            return;
        }
        secondsLeft = SECONDS;
        rtcp.write(out, sent, received, agreement.codec().clockRate(), nanos);
        if (!shield.closeRtcp(out)) {
            return;
        }
        if (agreement.sharedPort()) {
            socket.send(out, audio);
        } else {
            placeFor(agreement, audio).ifPresent(address -> socket.sendRtcp(out, address));
        }
    }

    /** As the signalling said, unless the audio comes from elsewhere: then next to that. */
    private static Optional<InetSocketAddress> placeFor(Agreement agreement, InetSocketAddress audio) {
        return agreement.rtp().filter(audio::equals).isPresent() || audio.getPort() == 65_535
                ? agreement.rtcp()
                : Optional.of(new InetSocketAddress(audio.getAddress(), audio.getPort() + 1));
    }

    /** Any thread. */
    long roundTripMicros() {
        return rtcp.roundTripMicros();
    }
}
