package ro.clickphone.engine.rtp;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one stream that a leg hears, wherever its audio comes from: sequence and time go on without a jump when music,
 * prompts and the other leg follow each other, so that no phone takes the change for loss. Gaps and order of relayed
 * packets are kept. On the loop's thread; the figures may be read by any.
 */
public final class SentStream {
    private static final int MOST_DROPOUT = 3000;

    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private final AtomicLong packets = new AtomicLong();
    private final AtomicLong octets = new AtomicLong();

    private int sequence = ThreadLocalRandom.current().nextInt(0x8000);
    private int timestamp = ThreadLocalRandom.current().nextInt();
    private long lastNanos;
    private boolean anySent;

    private boolean relaying;
    private int relayedSsrc;
    private int highestRelayed;
    private int sequenceOffset;
    private int timestampOffset;
    private boolean contiguous;

    /** What comes next is from somewhere else than what came before. */
    public void cut() {
        relaying = false;
        contiguous = false;
    }

    /** Makes a packet of the other leg one of this stream, in place. */
    public void relay(RtpPacket packet, int payloadType, int clockRate, long nanos) {
        boolean first = !relaying
                || packet.ssrc() != relayedSsrc
                || Math.abs((short) (packet.sequence() - highestRelayed)) > MOST_DROPOUT;
        if (first) {
            relaying = true;
            contiguous = false;
            relayedSsrc = packet.ssrc();
            highestRelayed = packet.sequence();
            sequenceOffset = sequence + 1 - packet.sequence();
            timestampOffset = timestamp + elapsed(nanos, clockRate) - packet.timestamp();
        }
        int outSequence = packet.sequence() + sequenceOffset & 0xFFFF;
        int outTimestamp = packet.timestamp() + timestampOffset;
        if ((short) (packet.sequence() - highestRelayed) >= 0) {
            highestRelayed = packet.sequence();
            sequence = outSequence;
            timestamp = outTimestamp;
            lastNanos = nanos;
        }
        packet.rewrite(payloadType, first || packet.marker(), outSequence, outTimestamp, ssrc);
        count(packet.payloadLength());
    }

    /** How much later a timestamp of the relayed stream is in ours; only while it is being relayed. */
    int timestampOffset() {
        return timestampOffset;
    }

    boolean isRelaying(int itsSsrc) {
        return relaying && relayedSsrc == itsSsrc;
    }

    /**
     * Writes the header of a packet of our own; the payload is to follow it.
     *
     * @param units of its clock that the packet lasts
     */
    public void own(ByteBuffer into, int payloadType, int units, int clockRate, int payloadLength, long nanos) {
        relaying = false;
        boolean first = !contiguous;
        timestamp += first ? elapsed(nanos, clockRate) : units;
        contiguous = true;
        sequence = sequence + 1 & 0xFFFF;
        lastNanos = nanos;
        RtpPacket.writeHeader(into, payloadType, first, sequence, timestamp, ssrc);
        count(payloadLength);
    }

    /** Begins an event of our own (RFC 4733 2.3): its packets share one time. @return that time */
    int beginEvent(int clockRate, long nanos) {
        timestamp += elapsed(nanos, clockRate);
        lastNanos = nanos;
        cut();
        return timestamp;
    }

    /** The header of a packet of an event that began at that time. */
    void event(ByteBuffer into, int payloadType, boolean first, int at, int payloadLength) {
        cut();
        sequence = sequence + 1 & 0xFFFF;
        RtpPacket.writeHeader(into, payloadType, first, sequence, at, ssrc);
        count(payloadLength);
    }

    private int elapsed(long nanos, int clockRate) {
        int least = clockRate / 50;
        int passed = anySent ? (int) ((nanos - lastNanos) / 1000 * clockRate / 1_000_000) : 0;
        return Math.max(least, passed);
    }

    private void count(int payloadLength) {
        anySent = true;
        packets.lazySet(packets.getPlain() + 1);
        octets.lazySet(octets.getPlain() + payloadLength);
    }

    public int ssrc() {
        return ssrc;
    }

    public long packets() {
        return packets.get();
    }

    long octets() {
        return octets.get();
    }

    boolean hasSent() {
        return anySent;
    }

    /** The time of this stream at that moment, for a sender report. */
    int timestampAt(long nanos, int clockRate) {
        return timestamp + (int) ((nanos - lastNanos) / 1000 * clockRate / 1_000_000);
    }
}
