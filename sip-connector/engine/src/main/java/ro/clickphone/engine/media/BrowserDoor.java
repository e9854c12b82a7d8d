package ro.clickphone.engine.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import ro.clickphone.engine.dtls.DtlsHandshake;
import ro.clickphone.engine.dtls.DtlsIdentity;
import ro.clickphone.engine.rtp.Ice;
import ro.clickphone.engine.rtp.RtpSocket;
import ro.clickphone.engine.rtp.SourceLock;
import ro.clickphone.engine.rtp.SrtpKeys;
import ro.clickphone.engine.sdp.BrowserTerms;
import ro.clickphone.engine.sdp.Encryption;

/**
 * What a browser sends besides audio, on the same port: checks of the way, which prove where it is, and then the
 * handshake. On the loop's thread, except where said.
 */
final class BrowserDoor {
    private static final int TAG_BYTES = 10;

    private final Ice ice;
    private final DtlsIdentity identity;
    private final Executor handshakes;
    private final RtpSocket socket;
    private final SourceLock source;
    private final Shield shield;
    private final Executor home;

    private Optional<Encryption> agreed = Optional.empty();
    private Optional<DtlsHandshake> handshake = Optional.empty();
    /** Where the browser is; read by the handshake's thread. */
    private volatile Optional<InetSocketAddress> proven = Optional.empty();

    /** @param home runs a task on the loop where the leg is then */
    BrowserDoor(
            BrowserTerms terms,
            DtlsIdentity identity,
            Executor handshakes,
            RtpSocket socket,
            SourceLock source,
            Shield shield,
            Executor home) {
        this.ice = new Ice(terms.name(), terms.password());
        this.identity = identity;
        this.handshakes = handshakes;
        this.socket = socket;
        this.source = source;
        this.shield = shield;
        this.home = home;
    }

    /** A certificate that stays the same keeps its handshake. */
    void agree(Optional<Encryption> encryption) {
        if (!agreed.equals(encryption)) {
            agreed = encryption;
            handshake.ifPresent(DtlsHandshake::close);
            handshake = Optional.empty();
        }
    }

    /** @return whether the datagram was for the door and not for the ear */
    boolean takes(ByteBuffer datagram, InetSocketAddress from) {
        if (Ice.isStun(datagram)) {
            ice.check(datagram, from).ifPresent(checked -> proved(checked, from));
            return true;
        }
        if (!DtlsHandshake.isDtls(datagram)) {
            return false;
        }
        if (proven.filter(from::equals).isPresent()) {
            shake(datagram);
        }
        return true;
    }

    private void proved(Ice.Checked checked, InetSocketAddress from) {
        if (checked.chosen() || proven.isEmpty()) {
            proven = Optional.of(from);
            source.prove(from);
        }
        socket.send(checked.answer(), from);
    }

    private void shake(ByteBuffer datagram) {
        if (handshake.isEmpty() && agreed.isPresent() && agreed.get() instanceof Encryption.Handshake expected) {
            DtlsHandshake begun = new DtlsHandshake(identity, expected.fingerprint(), this::say, this::keysCome);
            try {
                handshakes.execute(begun);
                handshake = Optional.of(begun);
            } catch (RejectedExecutionException tooMany) {
                // the browser says it again
                return;
            }
        }
        handshake.ifPresent(running -> running.take(datagram));
    }

    /** On the handshake's thread; keys of a handshake that was given up meanwhile are of no use. */
    private void keysCome(DtlsHandshake from, DtlsHandshake.Keys keys) {
        home.execute(() -> {
            if (handshake.filter(from::equals).isPresent()) {
                shield.keyed(SrtpKeys.of(keys.ours(), TAG_BYTES), SrtpKeys.of(keys.theirs(), TAG_BYTES));
            }
        });
    }

    /** On the handshake's thread. */
    private void say(byte[] message) {
        proven.ifPresent(to -> socket.send(ByteBuffer.wrap(message), to));
    }

    void close() {
        handshake.ifPresent(DtlsHandshake::close);
    }
}
