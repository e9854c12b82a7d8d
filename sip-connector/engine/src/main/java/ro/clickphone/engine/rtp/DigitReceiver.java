package ro.clickphone.engine.rtp;

import java.util.Optional;

/**
 * Hears digits in telephone events (RFC 4733 2.3): each press once, at its beginning, so that it is heard also when all
 * its end packets are lost. On the loop's thread.
 */
public final class DigitReceiver {
    private static final String DIGITS = "0123456789*#ABCD";
    /** Faster than this nobody presses keys, and no exchange sends them. */
    private static final long LEAST_NANOS = 25_000_000L;
    /** Some phones count the time on within one event; what follows so closely is the same press. */
    private static final long SAME_PRESS_NANOS = 110_000_000L;

    private boolean any;
    private int event;
    private int timestamp;
    private int ssrc;
    private int duration;
    private boolean ended;
    private long lastNanos;
    private long lastPressNanos;

    /** @return the digit, if this packet begins a press */
    public Optional<Character> take(RtpPacket packet, long nanos) {
        if (packet.payloadLength() < 4) {
            return Optional.empty();
        }
        int offset = packet.payloadOffset();
        int itsEvent = packet.buffer().get(offset) & 0xFF;
        boolean itsEnd = (packet.buffer().get(offset + 1) & 0x80) != 0;
        int itsDuration = packet.buffer().getShort(offset + 2) & 0xFFFF;
        boolean begins = begins(packet, itsEvent, nanos);
        if (any && packet.ssrc() == ssrc && (packet.timestamp() - timestamp) < 0) {
            return Optional.empty();
        }
        ended = itsEnd || (ended && !begins);
        event = itsEvent;
        timestamp = packet.timestamp();
        ssrc = packet.ssrc();
        duration = itsDuration;
        lastNanos = nanos;
        boolean tooSoon = any && nanos - lastPressNanos < LEAST_NANOS;
        any = true;
        if (!begins || tooSoon || itsEvent >= DIGITS.length()) {
            return Optional.empty();
        }
        lastPressNanos = nanos;
        return Optional.of(DIGITS.charAt(itsEvent));
    }

    private boolean begins(RtpPacket packet, int itsEvent, long nanos) {
        if (!any || packet.ssrc() != ssrc || itsEvent != event) {
            return true;
        }
        int later = packet.timestamp() - timestamp;
        if (later <= 0) {
            return false;
        }
        boolean nextSegment = later == duration;
        boolean sameWithOwnClock = nanos - lastNanos < SAME_PRESS_NANOS && later <= 2 * Math.max(duration, 400);
        return ended || packet.marker() || !(nextSegment || sameWithOwnClock);
    }
}
