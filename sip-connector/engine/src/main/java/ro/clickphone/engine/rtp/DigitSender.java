package ro.clickphone.engine.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

/** Sends digits as telephone events (RFC 4733), one after another; asked every 20 ms. On the loop's thread. */
public final class DigitSender {
    private static final String DIGITS = "0123456789*#ABCD";
    private static final int MOST_WAITING = 64;
    private static final int TONE_TICKS = 8;
    private static final int END_PACKETS = 3;
    private static final int PAUSE_TICKS = 4;
    private static final int LAST_STEP = TONE_TICKS + END_PACKETS + PAUSE_TICKS;
    private static final int PAYLOAD = 4;
    private static final int VOLUME = 10;

    private final Queue<Integer> waiting = new ArrayDeque<>();
    private int event;
    private int step;
    private int at;

    /** Digits that are none, and those of a stranger who sends too many, are dropped. */
    public void send(char digit) {
        int number = DIGITS.indexOf(Character.toUpperCase(digit));
        if (number >= 0 && waiting.size() < MOST_WAITING) {
            waiting.add(number);
        }
    }

    public boolean isBusy() {
        return step > 0 || !waiting.isEmpty();
    }

    /**
     * Writes this tick's packet, if there is one.
     *
     * @return whether something was written
     */
    public boolean tick(ByteBuffer into, SentStream stream, int payloadType, int clockRate, long nanos) {
        if (step == 0) {
            Integer next = waiting.poll();
            if (next == null) {
                return false;
            }
            event = next;
            at = stream.beginEvent(clockRate, nanos);
        }
        int now = step++;
        if (step == LAST_STEP) {
            step = 0;
        }
        if (now >= TONE_TICKS + END_PACKETS) {
            return false;
        }
        boolean end = now >= TONE_TICKS;
        int units = clockRate / 50 * Math.min(now + 1, TONE_TICKS);
        stream.event(into, payloadType, now == 0, at, PAYLOAD);
        into.put(RtpPacket.HEADER, (byte) event);
        into.put(RtpPacket.HEADER + 1, (byte) (VOLUME | (end ? 0x80 : 0)));
        into.putShort(RtpPacket.HEADER + 2, (short) units);
        into.limit(RtpPacket.HEADER + PAYLOAD);
        return true;
    }
}
