package ro.clickphone.engine.rtp;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Figures of the stream that comes in (RFC 3550 6.4.1, A.1, A.3, A.8). Written on the loop's thread, read by any. A
 * stream that starts anew adds to what was counted before.
 */
public final class ReceivedStream {
    private static final int MOST_DROPOUT = 3000;

    private final AtomicLong received = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong jitterMicros = new AtomicLong();

    private boolean started;
    private int ssrc;
    private int highest;
    private long extended;
    private long base;
    private long receivedOfStream;
    private long lostBefore;
    private long jitter16;
    private long lastTransit;
    private int clockRate = 8000;
    private long expectedReported;
    private long receivedReported;

    /** Takes a packet of the far end into account. */
    public void take(int itsSsrc, int sequence, int timestamp, int itsClockRate, long nanos) {
        received.lazySet(received.getPlain() + 1);
        int ahead = (short) (sequence - highest);
        if (!started || itsSsrc != ssrc || Math.abs(ahead) > MOST_DROPOUT) {
            start(itsSsrc, sequence, itsClockRate);
        } else if (ahead > 0) {
            extended += ahead;
            highest = sequence;
        }
        receivedOfStream++;
        lost.lazySet(lostBefore + Math.max(0, expected() - receivedOfStream));
        if (itsClockRate == clockRate) {
            jitter(timestamp, nanos, receivedOfStream == 1);
        }
    }

    private void start(int itsSsrc, int sequence, int itsClockRate) {
        lostBefore = lost.getPlain();
        started = true;
        ssrc = itsSsrc;
        highest = sequence;
        extended = sequence;
        base = sequence;
        receivedOfStream = 0;
        expectedReported = 0;
        receivedReported = 0;
        clockRate = itsClockRate;
    }

    private void jitter(int timestamp, long nanos, boolean first) {
        long arrival = nanos / 1000 * clockRate / 1_000_000;
        long transit = (int) (arrival - timestamp);
        long difference = Math.abs((int) (transit - lastTransit));
        lastTransit = transit;
        // a jump of the sender's clock (music begins, a digit is pressed) is no jitter of the network
        if (!first && difference < clockRate) {
            jitter16 += difference - ((jitter16 + 8) >> 4);
            jitterMicros.lazySet((jitter16 >> 4) * 1_000_000 / clockRate);
        }
    }

    private long expected() {
        return extended - base + 1;
    }

    public long received() {
        return received.get();
    }

    public long lost() {
        return lost.get();
    }

    public long jitterMicros() {
        return jitterMicros.get();
    }

    public boolean isStarted() {
        return started;
    }

    public int ssrc() {
        return ssrc;
    }

    /** For a report block: highest sequence with its cycles. */
    int extendedHighest() {
        return (int) extended;
    }

    long jitterUnits() {
        return jitter16 >> 4;
    }

    long lostOfStream() {
        return expected() - receivedOfStream;
    }

    /** The fraction lost since it was asked last, in 256ths. */
    int fractionLost() {
        long expectedNow = expected() - expectedReported;
        long receivedNow = receivedOfStream - receivedReported;
        expectedReported = expected();
        receivedReported = receivedOfStream;
        long missing = expectedNow - receivedNow;
        return expectedNow <= 0 || missing <= 0 ? 0 : (int) Math.min(255, missing * 256 / expectedNow);
    }
}
