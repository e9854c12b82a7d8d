package ro.clickphone.engine.rtp;

import java.nio.ByteBuffer;

/**
 * Encrypts what a leg hears (RFC 3711). No index is used twice with one key, since two packets of the same key stream
 * tell what both say: a relayed packet that comes so late that its place is taken is dropped. On the loop's thread.
 */
public final class SrtpSender {
    private static final int LONGEST = 1500;

    private final SrtpCipher rtp;
    private final SrtpCipher rtcp;
    private final ReplayWindow sent = new ReplayWindow();
    private final byte[] scratch;
    private int reports;

    public SrtpSender(SrtpKeys keys) {
        rtp = SrtpCipher.of(keys, SrtpCipher.Kind.RTP);
        rtcp = SrtpCipher.of(keys, SrtpCipher.Kind.RTCP);
        scratch = new byte[LONGEST + rtcp.growth()];
    }

    /**
     * Protects an RTP packet from 0 to the limit in place; the limit moves by the tag.
     *
     * @return false when the packet must not be sent
     */
    public boolean protect(ByteBuffer packet) {
        int length = packet.limit();
        int header = RtpPacket.headerLength(packet);
        if (header < 0 || length > LONGEST) {
            return false;
        }
        long index = sent.indexOf(packet.getShort(2) & 0xFFFF);
        if (!sent.isNew(index)) {
            return false;
        }
        sent.take(index);
        packet.get(0, scratch, 0, length);
        return finish(packet, rtp.protect(scratch, header, length, packet.getInt(8), index));
    }

    /** Protects reports from 0 to the limit in place (RFC 3711 3.4). */
    public boolean protectRtcp(ByteBuffer packet) {
        int length = packet.limit();
        if (length < SrtpCipher.RTCP_HEADER || length > LONGEST) {
            return false;
        }
        int index = reports++ & ~SrtpCipher.ENCRYPTED;
        packet.get(0, scratch, 0, length);
        return finish(packet, rtcp.protectReports(scratch, length, packet.getInt(4), index));
    }

    private boolean finish(ByteBuffer packet, int grown) {
        if (grown > Math.min(LONGEST, packet.capacity())) {
            return false;
        }
        packet.limit(grown);
        packet.put(0, scratch, 0, grown);
        return true;
    }
}
