package ro.clickphone.engine.rtp;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Proves and decrypts what a far end says (RFC 3711). What has a wrong tag or was there before is not genuine. On the
 * loop's thread.
 */
public final class SrtpReceiver {
    private static final int LONGEST = 1500;
    /** Streams with a key of their far end's making; who changes its stream more often loses the memory of the oldest. */
    private static final int MOST_STREAMS = 16;

    private final SrtpCipher rtp;
    private final SrtpCipher rtcp;
    private final Map<Integer, ReplayWindow> streams = new Oldest();
    private final Map<Integer, ReplayWindow> reports = new Oldest();
    private final byte[] scratch = new byte[LONGEST];

    private static final class Oldest extends LinkedHashMap<Integer, ReplayWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ReplayWindow> eldest) {
            return size() > MOST_STREAMS;
        }
    }

    public SrtpReceiver(SrtpKeys keys) {
        rtp = SrtpCipher.of(keys, SrtpCipher.Kind.RTP);
        rtcp = SrtpCipher.of(keys, SrtpCipher.Kind.RTCP);
    }

    /** Opens an RTP packet from 0 to the limit in place; the limit moves back by the tag. @return whether it is genuine */
    public boolean open(ByteBuffer packet) {
        int length = packet.limit();
        int header = RtpPacket.headerLength(packet);
        if (header < 0 || length > LONGEST) {
            return false;
        }
        int ssrc = packet.getInt(8);
        ReplayWindow known = streams.get(ssrc);
        ReplayWindow window = known == null ? new ReplayWindow() : known;
        long index = window.indexOf(packet.getShort(2) & 0xFFFF);
        if (!window.isNew(index)) {
            return false;
        }
        packet.get(0, scratch, 0, length);
        int plain = rtp.open(scratch, header, length, ssrc, index);
        if (plain == SrtpCipher.REFUSED) {
            return false;
        }
        accept(streams, ssrc, known, window, index);
        packet.put(0, scratch, 0, plain);
        packet.limit(plain);
        return true;
    }

    /** Opens reports from 0 to the limit in place (RFC 3711 3.4). @return whether they are genuine */
    public boolean openRtcp(ByteBuffer packet) {
        int length = packet.limit();
        int place = rtcp.placeOfIndex(length);
        if (place < 0 || length > LONGEST) {
            return false;
        }
        int word = packet.getInt(place);
        long index = word & ~SrtpCipher.ENCRYPTED;
        int ssrc = packet.getInt(4);
        ReplayWindow known = reports.get(ssrc);
        ReplayWindow window = known == null ? new ReplayWindow() : known;
        if (!window.isNew(index)) {
            return false;
        }
        packet.get(0, scratch, 0, length);
        int plain = rtcp.openReports(scratch, length, ssrc, word);
        if (plain == SrtpCipher.REFUSED) {
            return false;
        }
        accept(reports, ssrc, known, window, index);
        packet.put(0, scratch, 0, plain);
        packet.limit(plain);
        return true;
    }

    private static void accept(
            Map<Integer, ReplayWindow> of, int ssrc, ReplayWindow known, ReplayWindow window, long index) {
        window.take(index);
        if (known == null) {
            of.put(ssrc, window);
        }
    }
}
