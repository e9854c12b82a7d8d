package ro.clickphone.engine.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import ro.clickphone.engine.dtls.DtlsHandshake;
import ro.clickphone.engine.rtp.RtpSocket;
import ro.clickphone.engine.rtp.SourceLock;
import ro.clickphone.engine.rtp.SrtpKeys;
import ro.clickphone.engine.sdp.Encryption;

/**
 * A telephone's handshake, with nothing before it that proves where it is: so only places are listened to from where its
 * audio may come, and each must show first that it gets what we send there (RFC 6347 4.2.1), before we send more than it
 * sent. Reports on a port of their own have a handshake of their own (RFC 5764 4.1).
 */
final class PhoneDoor implements Door {
    private final Handshakes desk;
    private final SourceLock source;
    private final Port audio;
    private final Port reports;
    private Optional<Encryption.PhoneHandshake> agreed = Optional.empty();

    /** @param home runs a task on the loop where the leg is then */
    PhoneDoor(Handshakes desk, RtpSocket socket, SourceLock source, Shield shield, Executor home) {
        this.desk = desk;
        this.source = source;
        this.audio = new Port(home, shield::keyed, socket::send);
        this.reports = new Port(home, shield::keyedForReports, socket::sendRtcp);
    }

    /** A certificate that stays the same keeps its handshakes. */
    @Override
    public void agree(Optional<Encryption> encryption) {
        Optional<Encryption.PhoneHandshake> now = encryption
                .filter(Encryption.PhoneHandshake.class::isInstance)
                .map(Encryption.PhoneHandshake.class::cast);
        if (!now.equals(agreed)) {
            close();
        }
        agreed = now;
        now.map(Encryption.PhoneHandshake::fingerprint).ifPresent(fingerprint -> {
            audio.catchUp(fingerprint);
            reports.catchUp(fingerprint);
        });
    }

    @Override
    public boolean provesPlace() {
        return false;
    }

    @Override
    public boolean takes(ByteBuffer datagram, InetSocketAddress from) {
        return DtlsHandshake.isDtls(datagram) && takes(audio, datagram, from);
    }

    @Override
    public boolean takesFromReports(ByteBuffer datagram, InetSocketAddress from) {
        return DtlsHandshake.isDtls(datagram) && takes(reports, datagram, from);
    }

    private boolean takes(Port port, ByteBuffer datagram, InetSocketAddress from) {
        if (agreed.isEmpty()) {
            port.keep(datagram, from);
        } else if (source.believes(from.getAddress())) {
            port.take(datagram, from, agreed.get().fingerprint());
        }
        return true;
    }

    @Override
    public void close() {
        audio.handshake.close();
        reports.handshake.close();
    }

    private static final class Early {
        private final byte[] hello;
        private final InetSocketAddress from;

        Early(byte[] hello, InetSocketAddress from) {
            this.hello = hello;
            this.from = from;
        }
    }

    private final class Port {
        private final PortHandshake handshake;
        private final BiConsumer<ByteBuffer, InetSocketAddress> way;
        /** A called phone begins when it sends its answer, and says it again only after a second. */
        private Optional<Early> early = Optional.empty();

        /** With whom the handshake is. */
        private Optional<InetSocketAddress> with = Optional.empty();

        Port(Executor home, BiConsumer<SrtpKeys, SrtpKeys> keyed, BiConsumer<ByteBuffer, InetSocketAddress> way) {
            this.handshake = new PortHandshake(desk.threads(), home, keyed);
            this.way = way;
        }

        void take(ByteBuffer datagram, InetSocketAddress from, String fingerprint) {
            if (!handshake.isIdle()) {
                if (with.filter(from::equals).isPresent()) {
                    handshake.take(datagram);
                }
            } else if (DtlsHandshake.isHello(datagram)) {
                desk.identity()
                        .proven(datagram, from, message -> say(message, from))
                        .ifPresent(hello -> {
                            with = Optional.of(from);
                            handshake.begin(told -> new DtlsHandshake(
                                    desk.identity(), fingerprint, hello, message -> say(message, from), told));
                        });
            }
        }

        void keep(ByteBuffer datagram, InetSocketAddress from) {
            if (DtlsHandshake.isHello(datagram)) {
                byte[] hello = new byte[datagram.limit()];
                datagram.get(0, hello);
                early = Optional.of(new Early(hello, from));
            }
        }

        void catchUp(String fingerprint) {
            Optional<Early> kept = early.filter(one -> source.believes(one.from.getAddress()));
            early = Optional.empty();
            kept.ifPresent(one -> take(ByteBuffer.wrap(one.hello), one.from, fingerprint));
        }

        private void say(byte[] message, InetSocketAddress to) {
            way.accept(ByteBuffer.wrap(message), to);
        }
    }
}
