package ro.clickphone.engine.rtp;

import java.nio.ByteBuffer;

/** A view of one RTP packet in a buffer (RFC 3550 5.1), used again for each packet of a loop: nothing is allocated. */
public final class RtpPacket {
    public static final int HEADER = 12;

    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private int payloadOffset;
    private int payloadLength;

    /** Looks at a datagram from 0 to its limit. @return false when it is no RTP packet */
    public boolean wrap(ByteBuffer datagram) {
        int length = datagram.limit();
        int offset = headerLength(datagram);
        if (offset < 0) {
            return false;
        }
        int padding = (datagram.get(0) & 0x20) != 0 ? datagram.get(length - 1) & 0xFF : 0;
        if (offset + padding > length) {
            return false;
        }
        buffer = datagram;
        payloadOffset = offset;
        payloadLength = length - offset - padding;
        return true;
    }

    /** Bytes before the payload: header, contributors and extension. Negative when it is no RTP packet. */
    static int headerLength(ByteBuffer datagram) {
        int length = datagram.limit();
        if (length < HEADER || (datagram.get(0) & 0xC0) != 0x80) {
            return -1;
        }
        int offset = HEADER + 4 * (datagram.get(0) & 0x0F);
        if ((datagram.get(0) & 0x10) != 0) {
            if (offset + 4 > length) {
                return -1;
            }
            offset += 4 + 4 * (datagram.getShort(offset + 2) & 0xFFFF);
        }
        return offset > length ? -1 : offset;
    }

    /** Whether a datagram on a shared port is RTCP: its types lie where RTP's would be 64 to 95 (RFC 5761 4). */
    public static boolean isRtcp(ByteBuffer datagram) {
        if (datagram.limit() < 8) {
            return false;
        }
        int type = datagram.get(1) & 0xFF;
        return (datagram.get(0) & 0xC0) == 0x80 && type >= 192 && type <= 223;
    }

    public int payloadType() {
        return buffer.get(1) & 0x7F;
    }

    public boolean marker() {
        return (buffer.get(1) & 0x80) != 0;
    }

    public int sequence() {
        return buffer.getShort(2) & 0xFFFF;
    }

    public int timestamp() {
        return buffer.getInt(4);
    }

    public int ssrc() {
        return buffer.getInt(8);
    }

    public int payloadOffset() {
        return payloadOffset;
    }

    public int payloadLength() {
        return payloadLength;
    }

    public ByteBuffer buffer() {
        return buffer;
    }

    /** Copies the payload; the array must be long enough. */
    public int copyPayload(byte[] into) {
        int length = Math.min(payloadLength, into.length);
        buffer.get(payloadOffset, into, 0, length);
        return length;
    }

    /** Writes over what identifies the stream, and leaves the rest. */
    void rewrite(int payloadType, boolean marker, int sequence, int timestamp, int ssrc) {
        buffer.put(1, (byte) (payloadType | (marker ? 0x80 : 0)));
        buffer.putShort(2, (short) sequence);
        buffer.putInt(4, timestamp);
        buffer.putInt(8, ssrc);
    }

    static void writeHeader(ByteBuffer into, int payloadType, boolean marker, int sequence, int timestamp, int ssrc) {
        into.put(0, (byte) 0x80);
        into.put(1, (byte) (payloadType | (marker ? 0x80 : 0)));
        into.putShort(2, (short) sequence);
        into.putInt(4, timestamp);
        into.putInt(8, ssrc);
    }
}
