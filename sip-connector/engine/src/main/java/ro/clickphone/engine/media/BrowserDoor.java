package ro.clickphone.engine.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import ro.clickphone.engine.dtls.DtlsHandshake;
import ro.clickphone.engine.dtls.DtlsIdentity;
import ro.clickphone.engine.rtp.Ice;
import ro.clickphone.engine.rtp.RtpSocket;
import ro.clickphone.engine.rtp.SourceLock;
import ro.clickphone.engine.sdp.Encryption;
import ro.clickphone.engine.sdp.IceSecrets;

/**
 * What a browser sends besides audio, on the same port: checks of the way, which prove where it is, and then the
 * handshake. On the loop's thread, except where said.
 */
final class BrowserDoor implements Door {
    private Ice ice;
    /** Checks that were on their way when the browser began anew: the old way is good until there is another. */
    private Optional<Ice> former = Optional.empty();

    private IceSecrets secrets;
    private final DtlsIdentity identity;
    private final RtpSocket socket;
    private final SourceLock source;
    private final PortHandshake handshake;

    private Optional<Encryption.BrowserHandshake> agreed = Optional.empty();
    /** Where the browser is; read by the handshake's thread. */
    private volatile Optional<InetSocketAddress> proven = Optional.empty();

    /** @param home runs a task on the loop where the leg is then */
    BrowserDoor(IceSecrets first, Handshakes desk, RtpSocket socket, SourceLock source, Shield shield, Executor home) {
        this.secrets = first;
        this.ice = new Ice(first.name(), first.password());
        this.identity = desk.identity();
        this.socket = socket;
        this.source = source;
        this.handshake = new PortHandshake(desk.threads(), home, shield::keyed);
    }

    /** A certificate that stays the same keeps its handshake. */
    @Override
    public void agree(Optional<Encryption> encryption) {
        Optional<Encryption.BrowserHandshake> now = encryption
                .filter(Encryption.BrowserHandshake.class::isInstance)
                .map(Encryption.BrowserHandshake.class::cast);
        if (!now.map(Encryption.BrowserHandshake::fingerprint)
                .equals(agreed.map(Encryption.BrowserHandshake::fingerprint))) {
            handshake.close();
        }
        agreed = now;
        now.map(Encryption.BrowserHandshake::ours)
                .filter(ours -> !ours.equals(secrets))
                .ifPresent(this::beginAnew);
    }

    private void beginAnew(IceSecrets ours) {
        secrets = ours;
        former = Optional.of(ice);
        ice = new Ice(ours.name(), ours.password());
    }

    @Override
    public boolean provesPlace() {
        return true;
    }

    /** A browser has no port for its reports. */
    @Override
    public boolean takesFromReports(ByteBuffer datagram, InetSocketAddress from) {
        return false;
    }

    @Override
    public boolean takes(ByteBuffer datagram, InetSocketAddress from) {
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
        if (handshake.isIdle() && agreed.isPresent() && DtlsHandshake.isHello(datagram)) {
            handshake.begin(told -> new DtlsHandshake(identity, agreed.get().fingerprint(), this::say, told));
        }
        handshake.take(datagram);
    }

    /** On the handshake's thread. */
    private void say(byte[] message) {
        proven.ifPresent(to -> socket.send(ByteBuffer.wrap(message), to));
    }

    @Override
    public void close() {
        handshake.close();
    }
}
