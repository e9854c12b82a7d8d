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
import ro.clickphone.engine.sdp.Encryption;
import ro.clickphone.engine.sdp.IceSecrets;

/**
 * What a browser sends besides audio, on the same port: checks of the way, which prove where it is, and then the
 * handshake. On the loop's thread, except where said.
 */
final class BrowserDoor {
    private static final int TAG_BYTES = 10;

    private Ice ice;
    /** Checks that were on their way when the browser began anew: the old way is good until there is another. */
    private Optional<Ice> former = Optional.empty();

    private IceSecrets secrets;
    private final DtlsIdentity identity;
    private final Executor handshakes;
    private final RtpSocket socket;
    private final SourceLock source;
    private final Shield shield;
    private final Executor home;

    private Optional<Encryption.Handshake> agreed = Optional.empty();
    private Optional<DtlsHandshake> handshake = Optional.empty();
    /** Where the browser is; read by the handshake's thread. */
    private volatile Optional<InetSocketAddress> proven = Optional.empty();

    /** @param home runs a task on the loop where the leg is then */
    BrowserDoor(
            IceSecrets first,
            DtlsIdentity identity,
            Executor handshakes,
            RtpSocket socket,
            SourceLock source,
            Shield shield,
            Executor home) {
        this.secrets = first;
        this.ice = new Ice(first.name(), first.password());
        this.identity = identity;
        this.handshakes = handshakes;
        this.socket = socket;
        this.source = source;
        this.shield = shield;
        this.home = home;
    }

    /** A certificate that stays the same keeps its handshake. */
    void agree(Optional<Encryption> encryption) {
        Optional<Encryption.Handshake> now =
                encryption.filter(Encryption.Handshake.class::isInstance).map(Encryption.Handshake.class::cast);
        if (!now.map(Encryption.Handshake::fingerprint).equals(agreed.map(Encryption.Handshake::fingerprint))) {
            handshake.ifPresent(DtlsHandshake::close);
            handshake = Optional.empty();
        }
        agreed = now;
        now.map(Encryption.Handshake::ours)
                .filter(ours -> !ours.equals(secrets))
                .ifPresent(this::beginAnew);
    }

    private void beginAnew(IceSecrets ours) {
        secrets = ours;
        former = Optional.of(ice);
        ice = new Ice(ours.name(), ours.password());
    }

    /** @return whether the datagram was for the door and not for the ear */
    boolean takes(ByteBuffer datagram, InetSocketAddress from) {
        if (Ice.isStun(datagram)) {
            ice.check(datagram, from)
                    .ifPresentOrElse(
                            checked -> {
                                former = checked.chosen() ? Optional.empty() : former;
                                proved(checked, from);
                            },
                            () -> former.flatMap(old -> old.check(datagram, from))
                                    .ifPresent(checked -> proved(checked, from)));
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
        if (handshake.isEmpty() && agreed.isPresent()) {
            DtlsHandshake begun = new DtlsHandshake(identity, agreed.get().fingerprint(), this::say, this::keysCome);
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
