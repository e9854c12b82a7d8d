package ro.clickphone.engine.rtp;

/**
 * Which packets of a stream there have been (RFC 3711 3.3.2), and what the 16 bits of a sequence number stand for: the
 * index, which counts on when they begin anew (3.3.1).
 */
final class ReplayWindow {
    private static final int SIZE = 64;
    private static final int HALF = 0x8000;

    private boolean any;
    private long highest;
    private long seen;

    /** The index that is closest to the highest one so far; negative for a packet from before the stream's beginning. */
    long indexOf(int sequence) {
        if (!any) {
            return sequence;
        }
        long rollOver = highest >>> 16;
        int last = (int) (highest & 0xFFFF);
        if (last < HALF) {
            return (sequence - last > HALF ? rollOver - 1 << 16 : rollOver << 16) + sequence;
        }
        return (last - HALF > sequence ? rollOver + 1 << 16 : rollOver << 16) + sequence;
    }

    boolean isNew(long index) {
        if (!any || index > highest) {
            return index >= 0;
        }
        long age = highest - index;
        return index >= 0 && age < SIZE && (seen >>> age & 1) == 0;
    }

    /** Only what {@link #isNew}, and only after its tag was proved. */
    void take(long index) {
        if (!any || index > highest) {
            long ahead = any ? index - highest : SIZE;
            seen = ahead >= SIZE ? 1 : seen << ahead | 1;
            highest = index;
            any = true;
        } else {
            seen |= 1L << highest - index;
        }
    }
}
