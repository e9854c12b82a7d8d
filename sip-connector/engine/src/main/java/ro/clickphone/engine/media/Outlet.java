package ro.clickphone.engine.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import ro.clickphone.engine.audio.Tones;
import ro.clickphone.engine.rtp.DigitSender;
import ro.clickphone.engine.rtp.MediaLoop;
import ro.clickphone.engine.rtp.RtpPacket;
import ro.clickphone.engine.rtp.RtpSocket;
import ro.clickphone.engine.rtp.SentStream;
import ro.clickphone.engine.rtp.SourceLock;
import ro.clickphone.engine.sdp.Codec;
import ro.clickphone.engine.sdp.TelephoneEvent;

/**
 * What a leg hears: in this order digits, tones and words over everything, what is played, and then what others say, as
 * packets or as sound. All of it is one RTP stream. On the loop's thread.
 */
final class Outlet {
    private final RtpSocket socket;
    private final SourceLock source;
    private final Shield shield;
    private final SentStream sent = new SentStream();
    private final DigitSender digits = new DigitSender();
    private final Voice voice = new Voice();
    private final Fit fit = new Fit();

    private Optional<Wire> wire = Optional.empty();
    private Player player = Player.idle();
    private Runnable afterPlaying = () -> {};
    private Words overlay = Words.NONE;
    /** What is to follow it: as one waits for another, only words that matter. */
    private Words further = Words.NONE;

    Outlet(RtpSocket socket, SourceLock source, Shield shield) {
        this.socket = socket;
        this.source = source;
        this.shield = shield;
    }

    void agree(Wire agreed) {
        wire = Optional.of(agreed);
        voice.speak(agreed.codec());
        sent.cut();
    }

    /** Nothing is sent until something is agreed anew. */
    void rest() {
        wire = Optional.empty();
        sent.cut();
    }

    void play(Player what, Runnable then) {
        player = what;
        afterPlaying = then;
        sent.cut();
        if (player.isOver()) {
            playedOut();
        }
    }

    void over(Words words) {
        if (overlay.areOver() || !overlay.matter()) {
            overlay = words;
            sent.cut();
        } else if (words.matter() || !further.matter()) {
            further = words;
        }
    }

    void sendDigit(char digit) {
        if (wire.flatMap(Wire::eventSent).isPresent()) {
            digits.send(digit);
        } else {
            over(Words.tone(Tones.key(digit)));
        }
    }

    /** What comes next is somebody else's. */
    void cut() {
        sent.cut();
    }

    boolean needsTicks() {
        return !player.isOver() || !overlay.areOver() || digits.isBusy();
    }

    /** @return whether the far end takes that codec, so that its packets can be passed on as they are */
    boolean takes(Codec codec) {
        return wire.isPresent() && wire.get().typeFor(codec) != Wire.NONE;
    }

    /** Passes a packet on; only what {@link #takes}. */
    void relay(RtpPacket packet, Codec codec, long nanos) {
        if (!needsTicks() && wire.isPresent()) {
            pass(packet, wire.get().typeFor(codec), codec.clockRate(), nanos);
        }
    }

    /** @return false when the far end cannot have the event as it is */
    boolean relayEvent(RtpPacket packet, int clock, Codec codec, long nanos) {
        Optional<TelephoneEvent> event = wire.flatMap(Wire::eventSent);
        if (event.isEmpty() || event.get().clockRate() != clock || !takes(codec)) {
            return false;
        }
        if (!digits.isBusy()) {
            pass(packet, event.get().payloadType(), clock, nanos);
        }
        return true;
    }

    private void pass(RtpPacket packet, int type, int clockRate, long nanos) {
        Optional<InetSocketAddress> to = target();
        if (to.isPresent()) {
            sent.relay(packet, type, clockRate, nanos);
            send(packet.buffer(), to.get());
        }
    }

    private void send(ByteBuffer packet, InetSocketAddress to) {
        if (shield.close(packet)) {
            socket.send(packet, to);
        }
    }

    /** Says 20 ms of sound of any rate, unless something goes before it. */
    void say(short[] frame, MediaLoop loop) {
        if (needsTicks() || !voice.canSpeak()) {
            return;
        }
        Optional<InetSocketAddress> to = target();
        if (to.isPresent()) {
            short[] fitting = fit.to(voice.sampleRate(), frame);
            System.arraycopy(fitting, 0, voice.frame(), 0, fitting.length);
            speak(to.get(), loop);
        }
    }

    private Optional<InetSocketAddress> target() {
        return wire.isPresent() && !wire.get().agreement().isHeld() ? source.target() : Optional.empty();
    }

    void tick(MediaLoop loop) {
        if (digits.isBusy()) {
            tickDigits(loop);
        } else if (!overlay.areOver() && (!overlay.matter() || target().isPresent())) {
            tickWords(loop);
        } else if (!player.isOver()) {
            speak(player, loop);
            if (player.isOver()) {
                playedOut();
            }
        }
    }

    private void tickWords(MediaLoop loop) {
        speak(overlay.sound(), loop);
        if (overlay.areOver()) {
            Runnable then = overlay.then();
            overlay = further;
            further = Words.NONE;
            then.run();
        }
    }

    private void tickDigits(MediaLoop loop) {
        Optional<TelephoneEvent> event = wire.flatMap(Wire::eventSent);
        Optional<InetSocketAddress> to = target();
        ByteBuffer out = loop.out();
        int type = event.map(TelephoneEvent::payloadType).orElse(0);
        int clock = event.map(TelephoneEvent::clockRate).orElse(8000);
        boolean written = digits.tick(out, sent, type, clock, loop.now());
        if (written && event.isPresent() && to.isPresent()) {
            send(out, to.get());
        }
    }

    private void speak(Player what, MediaLoop loop) {
        what.next(voice.frame(), voice.sampleRate());
        Optional<InetSocketAddress> to = target();
        if (to.isPresent() && voice.canSpeak()) {
            speak(to.get(), loop);
        }
    }

    private void speak(InetSocketAddress to, MediaLoop loop) {
        ByteBuffer out = loop.out();
        Codec codec = voice.codec();
        int length = voice.encode(out, RtpPacket.HEADER);
        int units = codec.clockRate() / 50;
        sent.own(out, wire.orElseThrow().typeFor(codec), units, codec.clockRate(), length, loop.now());
        out.limit(RtpPacket.HEADER + length);
        send(out, to);
    }

    private void playedOut() {
        Runnable then = afterPlaying;
        afterPlaying = () -> {};
        sent.cut();
        then.run();
    }

    SentStream sent() {
        return sent;
    }
}
