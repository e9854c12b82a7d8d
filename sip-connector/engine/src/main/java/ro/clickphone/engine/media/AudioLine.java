package ro.clickphone.engine.media;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import ro.clickphone.engine.audio.Clip;
import ro.clickphone.engine.audio.Tones;
import ro.clickphone.engine.rtp.DigitReceiver;
import ro.clickphone.engine.rtp.DigitSender;
import ro.clickphone.engine.rtp.MediaLoop;
import ro.clickphone.engine.rtp.ReceivedStream;
import ro.clickphone.engine.rtp.RtpPacket;
import ro.clickphone.engine.rtp.RtpSocket;
import ro.clickphone.engine.rtp.SentStream;
import ro.clickphone.engine.rtp.SourceLock;
import ro.clickphone.engine.sdp.Codec;
import ro.clickphone.engine.sdp.TelephoneEvent;

/**
 * A leg's audio on its loop's thread: what comes is checked, counted, heard and passed on; what goes out comes from, in
 * this order, digits, a warning, what is played, and the leg that it is joined with. The packets of a joined leg that
 * both can take are passed on as they are, but for their header.
 */
final class AudioLine implements RtpSocket.Inlet, MediaLoop.Ticked {
    private final RtpSocket socket;
    private final MediaEvents events;
    private final SourceLock source = new SourceLock();
    private final ReceivedStream received = new ReceivedStream();
    private final SentStream sent = new SentStream();
    private final DigitReceiver digitsHeard = new DigitReceiver();
    private final DigitSender digitsSent = new DigitSender();
    private final Voice voice = new Voice();
    private final AtomicLong lastHeard = new AtomicLong();

    private MediaLoop loop;
    private Optional<Wire> wire = Optional.empty();
    private Optional<AudioLine> peer = Optional.empty();
    private Player player = Player.idle();
    private Runnable afterPlaying = () -> {};
    private Player overlay = Player.idle();
    private boolean ticked;
    private boolean closed;

    AudioLine(RtpSocket socket, MediaEvents events, MediaLoop loop) {
        this.socket = socket;
        this.events = events;
        this.loop = loop;
    }

    void begin() {
        socket.attach(loop, this);
    }

    /** Leaves its loop; {@link #arrive} must follow, on the other one. */
    void leave() {
        unlink();
        if (ticked) {
            loop.noTick(this);
            ticked = false;
        }
        socket.detach(loop);
    }

    void arrive(MediaLoop other) {
        loop = other;
        if (!closed) {
            socket.attach(loop, this);
            tickAsNeeded();
        }
    }

    void agree(Wire agreed) {
        wire = Optional.of(agreed);
        source.expect(agreed.agreement().rtp());
        voice.speak(agreed.codec());
        sent.cut();
        lastHeard.lazySet(System.nanoTime());
        tickAsNeeded();
    }

    void signalledFrom(InetAddress address) {
        source.signalledFrom(address);
    }

    void play(Player what, Runnable then) {
        player = what;
        afterPlaying = then;
        if (player.isOver()) {
            playedOut();
        }
        sent.cut();
        tickAsNeeded();
    }

    void warn() {
        overlay = Player.of(List.of(Tones.warning()), Player.Times.ONCE);
        sent.cut();
        tickAsNeeded();
    }

    void echo() {
        play(Player.idle(), () -> {});
        link(this);
    }

    void sendDigit(char digit) {
        if (wire.flatMap(Wire::eventSent).isPresent()) {
            digitsSent.send(digit);
        } else {
            Clip key = Tones.key(digit);
            overlay = Player.of(List.of(key), Player.Times.ONCE);
        }
        tickAsNeeded();
    }

    /** Both must be on this loop. */
    void link(AudioLine other) {
        unlink();
        other.unlink();
        peer = Optional.of(other);
        other.peer = Optional.of(this);
        sent.cut();
        other.sent.cut();
    }

    void unlink() {
        Optional<AudioLine> before = peer;
        peer = Optional.empty();
        before.filter(other -> other != this).ifPresent(other -> other.peer = Optional.empty());
    }

    boolean isJoinedWith(AudioLine other) {
        return peer.filter(other::equals).isPresent();
    }

    void close() {
        closed = true;
        unlink();
        if (ticked) {
            loop.noTick(this);
        }
        socket.retire(loop);
    }

    @Override
    public void rtp(ByteBuffer datagram, InetSocketAddress from, long nanos) {
        if (wire.isEmpty()) {
            return;
        }
        if (wire.get().agreement().sharedPort() && RtpPacket.isRtcp(datagram)) {
            rtcp(datagram, from, nanos);
            return;
        }
        RtpPacket packet = loop.packet();
        if (!packet.wrap(datagram)) {
            return;
        }
        Wire agreed = wire.get();
        int type = packet.payloadType();
        int eventClock = agreed.eventClock(type);
        if ((eventClock == 0 && !agreed.isAudio(type))
                || !source.accepts(from, packet.ssrc(), packet.sequence(), nanos)) {
            return;
        }
        lastHeard.lazySet(nanos);
        if (eventClock != 0) {
            received.take(packet.ssrc(), packet.sequence(), packet.timestamp(), 0, nanos);
            event(packet, eventClock, nanos);
        } else {
            Codec codec = agreed.codecOf(type);
            received.take(packet.ssrc(), packet.sequence(), packet.timestamp(), codec.clockRate(), nanos);
            if (peer.isPresent()) {
                peer.get().relay(packet, codec, nanos);
            }
        }
    }

    private void event(RtpPacket packet, int clock, long nanos) {
        digitsHeard.take(packet, nanos).ifPresent(events::digit);
        if (peer.isPresent() && peer.get() != this) {
            peer.get().relayEvent(packet, clock, nanos);
        }
    }

    @Override
    public void rtcp(ByteBuffer datagram, InetSocketAddress from, long nanos) {
        if (source.acceptsReports(from)) {
            lastHeard.lazySet(nanos);
        }
    }

    /** A packet of the leg that this one is joined with. */
    private void relay(RtpPacket packet, Codec codec, long nanos) {
        if (wire.isEmpty() || !player.isOver() || !overlay.isOver() || digitsSent.isBusy()) {
            return;
        }
        int type = wire.get().typeFor(codec);
        if (type != Wire.NONE) {
            pass(packet, type, codec.clockRate(), nanos);
        }
    }

    private void relayEvent(RtpPacket packet, int clock, long nanos) {
        Optional<TelephoneEvent> event = wire.flatMap(Wire::eventSent);
        if (event.isPresent() && event.get().clockRate() == clock && !digitsSent.isBusy()) {
            pass(packet, event.get().payloadType(), clock, nanos);
        }
    }

    private void pass(RtpPacket packet, int type, int clockRate, long nanos) {
        Optional<InetSocketAddress> to = target();
        if (to.isPresent()) {
            sent.relay(packet, type, clockRate, nanos);
            socket.send(packet.buffer(), to.get());
        }
    }

    private Optional<InetSocketAddress> target() {
        return wire.isPresent() && !wire.get().agreement().isHeld() ? source.target() : Optional.empty();
    }

    @Override
    public void tick(long nanos) {
        if (wire.isEmpty()) {
            return;
        }
        if (digitsSent.isBusy()) {
            tickDigits(nanos);
        } else if (!overlay.isOver()) {
            speak(overlay, nanos);
        } else if (!player.isOver()) {
            speak(player, nanos);
            if (player.isOver()) {
                playedOut();
            }
        }
        tickAsNeeded();
    }

    private void tickDigits(long nanos) {
        Optional<TelephoneEvent> event = wire.flatMap(Wire::eventSent);
        Optional<InetSocketAddress> to = target();
        ByteBuffer out = loop.out();
        if (digitsSent.tick(
                        out,
                        sent,
                        event.map(TelephoneEvent::payloadType).orElse(0),
                        event.map(TelephoneEvent::clockRate).orElse(8000),
                        nanos)
                && event.isPresent()
                && to.isPresent()) {
            socket.send(out, to.get());
        }
    }

    private void speak(Player what, long nanos) {
        Optional<InetSocketAddress> to = target();
        if (to.isEmpty() || !voice.canSpeak()) {
            what.skip(voice.narrowScratch());
            return;
        }
        ByteBuffer out = loop.out();
        what.next(voice.frame(), voice.sampleRate());
        Codec codec = wire.get().codec();
        int length = voice.encode(out, RtpPacket.HEADER);
        sent.own(out, wire.get().typeFor(codec), codec.clockRate() / 50, codec.clockRate(), length, nanos);
        out.limit(RtpPacket.HEADER + length);
        socket.send(out, to.get());
    }

    private void playedOut() {
        Runnable then = afterPlaying;
        afterPlaying = () -> {};
        sent.cut();
        then.run();
    }

    private void tickAsNeeded() {
        boolean needed = !closed && (!player.isOver() || !overlay.isOver() || digitsSent.isBusy());
        if (needed && !ticked) {
            loop.everyTick(this);
        } else if (!needed && ticked) {
            loop.noTick(this);
        }
        ticked = needed;
    }

    /** When something authentic was received last, as of {@link System#nanoTime}. Any thread. */
    long lastHeard() {
        return lastHeard.get();
    }

    /** Figures for any thread. */
    ReceivedStream received() {
        return received;
    }

    SentStream sent() {
        return sent;
    }
}
