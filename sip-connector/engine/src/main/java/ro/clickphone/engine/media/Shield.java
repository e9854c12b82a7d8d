package ro.clickphone.engine.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
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
    private Optional<SrtpSender> sender = Optional.empty();
    private Optional<SrtpReceiver> receiver = Optional.empty();
    private final AtomicLong refused = new AtomicLong();

    /** Keys that stay the same keep their count of packets. */
    void agree(Optional<Encryption> encryption) {
        Optional<String> oldOurs = agreed.map(Encryption::ours);
        Optional<String> oldTheirs = agreed.map(Encryption::theirs);
        boolean sameSuite = agreed.map(Encryption::suite).equals(encryption.map(Encryption::suite));
        if (!sameSuite || !oldOurs.equals(encryption.map(Encryption::ours))) {
            sender = encryption.map(keys -> new SrtpSender(keys(keys.suite(), keys.ours())));
        }
        if (!sameSuite || !oldTheirs.equals(encryption.map(Encryption::theirs))) {
            receiver = encryption.map(keys -> new SrtpReceiver(keys(keys.suite(), keys.theirs())));
        }
        agreed = encryption;
    }

    private static SrtpKeys keys(CryptoSuite suite, String base64) {
        byte[] both = Encryption.bytes(base64);
        return new SrtpKeys(
                Arrays.copyOf(both, SrtpKeys.KEY_BYTES),
                Arrays.copyOfRange(both, SrtpKeys.KEY_BYTES, both.length),
                suite.tagBytes());
    }

    /** @return whether the packet, now readable, is genuine; what is not is counted and must not be heard */
    boolean open(ByteBuffer packet) {
        return receiver.isEmpty() || counted(receiver.get().open(packet));
    }

    boolean openRtcp(ByteBuffer packet) {
        return receiver.isEmpty() || counted(receiver.get().openRtcp(packet));
    }

    private boolean counted(boolean genuine) {
        if (!genuine) {
            refused.lazySet(refused.getPlain() + 1);
        }
        return genuine;
    }

    /** @return whether the packet may be sent now */
    boolean close(ByteBuffer packet) {
        return sender.isEmpty() || sender.get().protect(packet);
    }

    boolean closeRtcp(ByteBuffer packet) {
        return sender.isEmpty() || sender.get().protectRtcp(packet);
    }

    /** Packets with wrong tags, and replayed ones. Any thread. */
    long refused() {
        return refused.get();
    }
}
