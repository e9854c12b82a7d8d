package ro.clickphone.engine.media;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import ro.clickphone.engine.audio.Tones;
import ro.clickphone.engine.rtp.DigitReceiver;
import ro.clickphone.engine.rtp.MediaLoop;
import ro.clickphone.engine.rtp.ReceivedStream;
import ro.clickphone.engine.rtp.RtpPacket;
import ro.clickphone.engine.rtp.RtpSocket;
import ro.clickphone.engine.rtp.SentStream;
import ro.clickphone.engine.rtp.SourceLock;
import ro.clickphone.engine.sdp.Codec;
import ro.clickphone.engine.sdp.IceSecrets;

/**
 * A leg's audio on its loop's thread: what comes is checked, counted, and given to the leg or the conference that it is
 * joined with. Packets that the other leg takes are passed on as they are, but for their header; all else is decoded, at
 * the loop's ticks.
 */
final class AudioLine implements RtpSocket.Inlet, MediaLoop.Ticked {
    private final RtpSocket socket;
    private final MediaEvents events;
    private final SourceLock source = new SourceLock();
    private final Shield shield = new Shield();
    private final ReceivedStream received = new ReceivedStream();
    private final DigitReceiver digitsHeard = new DigitReceiver();
    private final Outlet outlet;
    private final Taps taps;
    private final Ear ear = new Ear();
    private final LineReports reports;
    private final MediaLoop.Ticked reporting = this::report;
    /** From its beginning on: what is agreed is known to others before this line has taken it up. */
    private final AtomicLong lastHeard = new AtomicLong(System.nanoTime());

    private Optional<Door> door = Optional.empty();

    private MediaLoop loop;
    private Optional<Wire> wire = Optional.empty();
    private Optional<FaxPassage> fax = Optional.empty();
    private Optional<AudioLine> peer = Optional.empty();
    /** Read by any thread. */
    private volatile Optional<Room.Seat> seat = Optional.empty();

    private boolean translated;
    private boolean decoding;
    private Optional<short[]> lastSaid = Optional.empty();
    private final Ticks ticks = new Ticks(this);
    private boolean closed;

    AudioLine(RtpSocket socket, MediaEvents events, MediaLoop loop, Clock clock) {
        this.socket = socket;
        this.events = events;
        this.loop = loop;
        this.outlet = new Outlet(socket, source, shield);
        this.taps = new Taps(events);
        this.reports = new LineReports(socket, shield, received, outlet.sent(), clock);
    }

    /** Its far end is a browser. Before {@link #begin}. */
    void awaitBrowser(IceSecrets first, Handshakes desk, Executor home) {
        door = Optional.of(new BrowserDoor(first, desk, socket, source, shield, home));
    }

    /** Its far end is a telephone that may want a handshake. Before {@link #begin}. */
    void awaitPhone(Handshakes desk, Executor home) {
        door = Optional.of(new PhoneDoor(desk, socket, source, shield, home));
    }

    void begin() {
        socket.attach(loop, this);
        loop.everySecond(reporting);
    }

    /** Leaves its loop; {@link #arrive} must follow, on the other one. */
    void leave() {
        unlink();
        stand();
        ticks.end(loop);
        loop.noSecond(reporting);
        socket.detach(loop);
    }

    void arrive(MediaLoop other) {
        loop = other;
        if (!closed) {
            socket.attach(loop, this);
            loop.everySecond(reporting);
            tickAsNeeded();
        }
    }

    void agree(Wire agreed) {
        fax = Optional.empty();
        wire = Optional.of(agreed);
        if (door.filter(Door::provesPlace).isEmpty()) {
            source.expect(agreed.agreement().rtp());
        }
        shield.agree(agreed.agreement().encryption());
        door.ifPresent(one -> one.agree(agreed.agreement().encryption()));
        outlet.agree(agreed);
        lastHeard.lazySet(System.nanoTime());
        tickAsNeeded();
    }

    /** Fax takes the audio's place: what comes is passed on as it is, and nothing else is sent. */
    void fax(InetSocketAddress place) {
        fax = Optional.of(new FaxPassage(wire, System.nanoTime()));
        wire = Optional.empty();
        outlet.rest();
        source.expect(Optional.of(place));
        lastHeard.lazySet(System.nanoTime());
        tickAsNeeded();
    }

    void signalledFrom(InetAddress address) {
        source.signalledFrom(address);
    }

    void play(Player what, Runnable then) {
        outlet.play(what, then);
        tickAsNeeded();
    }

    void warn() {
        over(Words.tone(Tones.warning()));
    }

    void over(Words words) {
        outlet.over(words);
        tickAsNeeded();
    }

    void echo() {
        play(Player.idle(), () -> {});
        link(this);
    }

    void keyInMessage(char key) {
        peer.filter(other -> other != this).ifPresent(other -> other.sendDigit(key));
    }

    private void sendDigit(char digit) {
        outlet.sendDigit(digit);
        tickAsNeeded();
    }

    /** Begins or ends a recording. */
    void tap(Consumer<Taps> order) {
        order.accept(taps);
        tickAsNeeded();
        peer.ifPresent(AudioLine::tickAsNeeded);
    }

    /** Both must be on this loop. */
    void link(AudioLine other) {
        stand();
        other.stand();
        unlink();
        other.unlink();
        peer = Optional.of(other);
        other.peer = Optional.of(this);
        outlet.cut();
        other.outlet.cut();
        tickAsNeeded();
        other.tickAsNeeded();
    }

    void unlink() {
        Optional<AudioLine> before = peer;
        peer = Optional.empty();
        translated = false;
        before.filter(other -> other != this).ifPresent(other -> {
            other.peer = Optional.empty();
            other.translated = false;
            other.tickAsNeeded();
        });
        tickAsNeeded();
    }

    boolean isJoinedWith(AudioLine other) {
        return peer.filter(other::equals).isPresent();
    }

    /** Takes a seat in a conference of this loop. */
    void sit(Room room, Media.Heard heard) {
        unlink();
        stand();
        seat = Optional.of(room.seat(outlet, heard));
        outlet.cut();
        tickAsNeeded();
    }

    /** Leaves the conference, if it is in one. */
    void stand() {
        seat.ifPresent(Room.Seat::leave);
        seat = Optional.empty();
        tickAsNeeded();
    }

    void close() {
        closed = true;
        door.ifPresent(Door::close);
        unlink();
        stand();
        taps.stopRecording();
        taps.stopRecordingTalk();
        ticks.end(loop);
        loop.noSecond(reporting);
        socket.retire(loop);
    }

    @Override
    public void rtp(ByteBuffer datagram, InetSocketAddress from, long nanos) {
        if (fax.isPresent()) {
            udptl(fax.get(), datagram, from, nanos);
            return;
        }
        if ((door.isPresent() && door.get().takes(datagram, from)) || wire.isEmpty()) {
            return;
        }
        Wire agreed = wire.get();
        if (agreed.agreement().sharedPort() && RtpPacket.isRtcp(datagram)) {
            rtcp(datagram, from, nanos);
            return;
        }
        RtpPacket packet = loop.packet();
        if (!shield.open(datagram) || !packet.wrap(datagram)) {
            return;
        }
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
            audio(packet, codec, nanos);
        }
    }

    private void udptl(FaxPassage passage, ByteBuffer datagram, InetSocketAddress from, long nanos) {
        if (passage.isFax(datagram, nanos)
                && source.accepts(from, 0, FaxPassage.sequenceOf(datagram), nanos)
                && peer.isPresent()
                && peer.get().fax.isPresent()) {
            lastHeard.lazySet(nanos);
            AudioLine other = peer.get();
            other.source.target().ifPresent(to -> other.socket.send(datagram, to));
        }
    }

    private void audio(RtpPacket packet, Codec codec, long nanos) {
        if (peer.isPresent()) {
            boolean taken = peer.get().outlet.takes(codec);
            if (translated == taken) {
                translated = !taken;
                tickAsNeeded();
            }
            if (decoding) {
                ear.put(packet, codec);
            }
            if (taken) {
                peer.get().outlet.relay(packet, codec, nanos);
            }
        } else if (decoding) {
            ear.put(packet, codec);
        }
    }

    private void event(RtpPacket packet, int clock, long nanos) {
        Optional<Character> digit = digitsHeard.take(packet, nanos);
        if (decoding) {
            ear.pass(packet);
        }
        digit.ifPresent(events::digit);
        if (peer.isPresent() && peer.get() != this) {
            AudioLine other = peer.get();
            boolean passed =
                    other.outlet.relayEvent(packet, clock, wire.orElseThrow().codec(), nanos);
            if (!passed && digit.isPresent()) {
                other.sendDigit(digit.get());
            }
        }
    }

    @Override
    public void rtcp(ByteBuffer datagram, InetSocketAddress from, long nanos) {
        if (door.isPresent() && door.get().takesFromReports(datagram, from)) {
            return;
        }
        if (source.acceptsReports(from) && shield.openRtcp(datagram)) {
            lastHeard.lazySet(nanos);
            reports.read(datagram, nanos);
        }
    }

    private void report(long nanos) {
        if (wire.isPresent()) {
            source.target().ifPresent(to -> reports.everySecond(wire.get().agreement(), to, loop.out(), nanos));
        }
    }

    @Override
    public void tick(long nanos) {
        if (wire.isEmpty()) {
            return;
        }
        if (decoding) {
            hear(ear.next());
        }
        outlet.tick(loop);
        tickAsNeeded();
    }

    private void hear(short[] frame) {
        lastSaid = Optional.of(frame);
        if (hearsKeys()) {
            taps.hearKeys(frame).ifPresent(this::keyInBand);
        }
        taps.hear(frame, peer.flatMap(other -> other.lastSaid));
        if (seat.isPresent()) {
            seat.get().say(frame);
        } else if (translated && peer.isPresent()) {
            peer.get().outlet.say(frame, loop);
        }
    }

    /** The other leg gets it as an event, when it takes events; the sound of it passes anyhow. */
    private void keyInBand(char key) {
        events.digit(key);
        peer.filter(other ->
                        other != this && other.wire.flatMap(Wire::eventSent).isPresent())
                .ifPresent(other -> other.sendDigit(key));
    }

    private boolean hearsKeys() {
        return wire.filter(Wire::keysAreInTheSound).isPresent();
    }

    private void tickAsNeeded() {
        boolean recordedByPeer = peer.filter(other -> other.taps.recordsTalk()).isPresent();
        decoding = !closed && (taps.listen() || translated || seat.isPresent() || recordedByPeer || hearsKeys());
        if (!decoding) {
            lastSaid = Optional.empty();
        }
        if (!closed && (decoding || outlet.needsTicks())) {
            ticks.begin(loop);
        } else {
            ticks.end(loop);
        }
    }

    /** When something authentic was received last, as of {@link System#nanoTime}. Any thread. */
    long lastHeard() {
        return lastHeard.get();
    }

    /** Whether a conference hears it, now. Any thread. */
    boolean speaks() {
        return seat.filter(Room.Seat::speaks).isPresent();
    }

    /** Figures for any thread. */
    ReceivedStream received() {
        return received;
    }

    /** Packets that were not genuine. Any thread. */
    long refused() {
        return shield.refused();
    }

    long roundTripMicros() {
        return reports.roundTripMicros();
    }

    SentStream sent() {
        return outlet.sent();
    }
}
