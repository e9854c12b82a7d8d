package ro.clickphone.engine.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The reports of one leg (RFC 3550 6.4): what we sent and what came, written for the far end, and its own, read for the
 * time that a packet travels. Each leg has its own reports, since the streams of joined legs have other names and times.
 * On the loop's thread; the travel time may be read by any.
 */
public final class Rtcp {
    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int DESCRIPTION = 202;
    private static final int BLOCK = 24;
    private static final long FROM_1900_TO_1970 = 2_208_988_800L;
    private static final long LONGEST_TRIP_MICROS = 10_000_000;
    private static final byte[] NAME = "clickphone".getBytes(StandardCharsets.US_ASCII);

    private final Clock clock;
    private final AtomicLong roundTripMicros = new AtomicLong();
    private int lastReport;
    private long lastReportNanos;

    public Rtcp(Clock clock) {
        this.clock = clock;
    }

    /** Writes a report and a description into the buffer from 0 on, and sets its limit. */
    public void write(ByteBuffer out, SentStream sent, ReceivedStream received, int clockRate, long nanos) {
        int blocks = received.isStarted() ? 1 : 0;
        out.clear();
        if (sent.hasSent()) {
            head(out, blocks, SENDER_REPORT, 28 + blocks * BLOCK, sent.ssrc());
            Instant now = clock.instant();
            out.putInt((int) (now.getEpochSecond() + FROM_1900_TO_1970));
            out.putInt((int) (((long) now.getNano() << 32) / 1_000_000_000L));
            out.putInt(sent.timestampAt(nanos, clockRate));
            out.putInt((int) sent.packets()).putInt((int) sent.octets());
        } else {
            head(out, blocks, RECEIVER_REPORT, 8 + blocks * BLOCK, sent.ssrc());
        }
        if (blocks == 1) {
            block(out, received, nanos);
        }
        // SDES with one CNAME: the item, its end, padding to 32 bits
        head(out, 1, DESCRIPTION, 24, sent.ssrc());
        out.put((byte) 1).put((byte) NAME.length).put(NAME).putInt(0);
        out.flip();
    }

    private static void head(ByteBuffer out, int count, int type, int length, int ssrc) {
        out.put((byte) (0x80 | count))
                .put((byte) type)
                .putShort((short) (length / 4 - 1))
                .putInt(ssrc);
    }

    private void block(ByteBuffer out, ReceivedStream received, long nanos) {
        int lost = (int) Math.max(-0x800000, Math.min(0x7FFFFF, received.lostOfStream()));
        out.putInt(received.ssrc());
        out.putInt(received.fractionLost() << 24 | lost & 0xFFFFFF);
        out.putInt(received.extendedHighest()).putInt((int) received.jitterUnits());
        out.putInt(lastReport);
        out.putInt(lastReport == 0 ? 0 : (int) ((nanos - lastReportNanos) / 1000 * 65_536 / 1_000_000));
    }

    /** Reads a datagram of reports; what is no report is passed over. */
    public void read(ByteBuffer in, int ourSsrc, long nanos) {
        int at = 0;
        while (at + 8 <= in.limit()) {
            int length = 4 * ((in.getShort(at + 2) & 0xFFFF) + 1);
            if ((in.get(at) & 0xC0) != 0x80 || at + length > in.limit()) {
                return;
            }
            int type = in.get(at + 1) & 0xFF;
            int blocks = in.get(at) & 0x1F;
            if (type == SENDER_REPORT && length >= 28) {
                lastReport = in.getInt(at + 10);
                lastReportNanos = nanos;
                blocks(in, at + 28, Math.min(blocks, (length - 28) / BLOCK), ourSsrc);
            } else if (type == RECEIVER_REPORT) {
                blocks(in, at + 8, Math.min(blocks, (length - 8) / BLOCK), ourSsrc);
            }
            at += length;
        }
    }

    private void blocks(ByteBuffer in, int from, int count, int ourSsrc) {
        for (int i = 0; i < count; i++) {
            int at = from + i * BLOCK;
            int ours = in.getInt(at + 16);
            if (in.getInt(at) == ourSsrc && ours != 0) {
                Instant now = clock.instant();
                int middle = (int) (now.getEpochSecond() + FROM_1900_TO_1970) << 16
                        | (int) (((long) now.getNano() << 16) / 1_000_000_000L);
                long trip = (middle - ours - in.getInt(at + 20)) * 1_000_000L / 65_536;
                if (trip >= 0 && trip < LONGEST_TRIP_MICROS) {
                    roundTripMicros.lazySet(trip);
                }
            }
        }
    }

    /** There and back; 0 when it is not known. */
    public long roundTripMicros() {
        return roundTripMicros.get();
    }
}
