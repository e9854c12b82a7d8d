package ro.clickphone.engine.rtp;

import java.nio.ByteBuffer;

/**
 * Encrypts what a leg hears (RFC 3711). No index is used twice with one key, since two packets of the same key stream
 * tell what both say: a relayed packet that comes so late that its place is taken is dropped. On the loop's thread.
 */
public final class SrtpSender {
    private static final int LONGEST = 1500;
    private static final int RTCP_HEADER = 8;
    private static final int RTCP_TAG = 10;
    private static final int ENCRYPTED = 0x8000_0000;

    private final int tagBytes;
    private final SrtpCipher rtp;
    private final SrtpCipher rtcp;
    private final ReplayWindow sent = new ReplayWindow();
    private final byte[] scratch = new byte[LONGEST];
    private int reports;

    public SrtpSender(SrtpKeys keys) {
        tagBytes = keys.tagBytes();
        rtp = new SrtpCipher(keys, SrtpCipher.Kind.RTP);
        rtcp = new SrtpCipher(keys, SrtpCipher.Kind.RTCP);
    }

    /**
     * Protects an RTP packet from 0 to the limit in place; the limit moves by the tag.
     *
     * @return false when the packet must not be sent
     */
    public boolean protect(ByteBuffer packet) {
        int length = packet.limit();
        int header = RtpPacket.headerLength(packet);
        if (header < 0 || length + tagBytes > Math.min(LONGEST, packet.capacity())) {
            return false;
        }
        long index = sent.indexOf(packet.getShort(2) & 0xFFFF);
        if (!sent.isNew(index)) {
            return false;
        }
        sent.take(index);
        packet.get(0, scratch, 0, length);
        rtp.cross(scratch, header, length - header, packet.getInt(8), index);
        byte[] tag = rtp.digest(scratch, length, (int) (index >>> 16));
        packet.limit(length + tagBytes);
        packet.put(0, scratch, 0, length);
        packet.put(length, tag, 0, tagBytes);
        return true;
    }

    /** Protects reports from 0 to the limit in place (RFC 3711 3.4). */
    public boolean protectRtcp(ByteBuffer packet) {
        int length = packet.limit();
        if (length < RTCP_HEADER || length + 4 + RTCP_TAG > Math.min(LONGEST, packet.capacity())) {
            return false;
        }
        int index = reports++ & ~ENCRYPTED;
        packet.limit(length + 4 + RTCP_TAG);
        packet.putInt(length, index | ENCRYPTED);
        packet.get(0, scratch, 0, length + 4);
        rtcp.cross(scratch, RTCP_HEADER, length - RTCP_HEADER, packet.getInt(4), index);
        packet.put(0, scratch, 0, length);
        packet.put(length + 4, rtcp.digest(scratch, length + 4), 0, RTCP_TAG);
        return true;
    }
}
