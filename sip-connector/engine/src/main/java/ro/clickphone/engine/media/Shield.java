package ro.clickphone.engine.media;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import ro.clickphone.engine.rtp.SrtpKeys;
import ro.clickphone.engine.rtp.SrtpReceiver;
import ro.clickphone.engine.rtp.SrtpSender;
import ro.clickphone.engine.sdp.CryptoSuite;
import ro.clickphone.engine.sdp.Encryption;

/** The encryption of a leg's packets as it was agreed last; without one they pass as they are. On the loop's thread. */
final class Shield {
    private Optional<Encryption> agreed = Optional.empty();
    /** Nothing passes before the handshake is over. */
    private boolean waiting;

    private Optional<SrtpSender> sender = Optional.empty();
    private Optional<SrtpReceiver> receiver = Optional.empty();
    /** When the reports have keys of their own. */
    private Optional<SrtpSender> reportSender = Optional.empty();

    private Optional<SrtpReceiver> reportReceiver = Optional.empty();
    private final AtomicLong refused = new AtomicLong();

    /** Keys that stay the same keep their count of packets. */
    void agree(Optional<Encryption> encryption) {
        if (agreed.equals(encryption)) {
            return;
        }
        Optional<Encryption> before = agreed;
        agreed = encryption;
        if (encryption.isPresent() && encryption.get() instanceof Encryption.Keys keys) {
            forgetReports();
            agree(before, keys);
        } else if (encryption.isEmpty() || !isSameCertificate(before, encryption.get())) {
            waiting = encryption.isPresent();
            sender = Optional.empty();
            receiver = Optional.empty();
            forgetReports();
        }
    }

    private void forgetReports() {
        reportSender = Optional.empty();
        reportReceiver = Optional.empty();
    }

    /** A browser that only looks for its way anew keeps the keys of its handshake. */
    private static boolean isSameCertificate(Optional<Encryption> before, Encryption now) {
        return now instanceof Encryption.Handshake handshake
                && before.filter(Encryption.Handshake.class::isInstance)
                        .map(Encryption.Handshake.class::cast)
                        .filter(old -> old.fingerprint().equals(handshake.fingerprint()))
                        .isPresent();
    }

    private void agree(Optional<Encryption> before, Encryption.Keys keys) {
        Optional<Encryption.Keys> old =
                before.filter(Encryption.Keys.class::isInstance).map(Encryption.Keys.class::cast);
        boolean sameSuite = old.filter(o -> o.suite() == keys.suite()).isPresent();
        if (!sameSuite || !old.get().ours().equals(keys.ours())) {
            sender = Optional.of(new SrtpSender(keys(keys.suite(), keys.ours())));
        }
        if (!sameSuite || !old.get().theirs().equals(keys.theirs())) {
            receiver = Optional.of(new SrtpReceiver(keys(keys.suite(), keys.theirs())));
        }
    }

    /** A handshake is over. */
    void keyed(SrtpKeys ours, SrtpKeys theirs) {
        waiting = false;
        sender = Optional.of(new SrtpSender(ours));
        receiver = Optional.of(new SrtpReceiver(theirs));
    }

    /** A handshake on the port of the reports is over. */
    void keyedForReports(SrtpKeys ours, SrtpKeys theirs) {
        reportSender = Optional.of(new SrtpSender(ours));
        reportReceiver = Optional.of(new SrtpReceiver(theirs));
    }

    private static SrtpKeys keys(CryptoSuite suite, String base64) {
        return SrtpKeys.of(Encryption.bytes(base64), suite.tagBytes());
    }

    /** @return whether the packet, now readable, is genuine; what is not is counted and must not be heard */
    boolean open(ByteBuffer packet) {
        return receiver.isEmpty() ? !waiting : counted(receiver.get().open(packet));
    }

    boolean openRtcp(ByteBuffer packet) {
        Optional<SrtpReceiver> opening = reportReceiver.or(() -> receiver);
        return opening.isEmpty() ? !waiting : counted(opening.get().openRtcp(packet));
    }

    private boolean counted(boolean genuine) {
        if (!genuine) {
            refused.lazySet(refused.getPlain() + 1);
        }
        return genuine;
    }

    /** @return whether the packet may be sent now */
    boolean close(ByteBuffer packet) {
        return sender.isEmpty() ? !waiting : sender.get().protect(packet);
    }

    boolean closeRtcp(ByteBuffer packet) {
        Optional<SrtpSender> closing = reportSender.or(() -> sender);
        return closing.isEmpty() ? !waiting : closing.get().protectRtcp(packet);
    }

    /** Packets with wrong tags, and replayed ones. Any thread. */
    long refused() {
        return refused.get();
    }
}
