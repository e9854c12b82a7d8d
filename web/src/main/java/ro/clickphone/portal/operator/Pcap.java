package ro.clickphone.portal.operator;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ro.clickphone.engine.api.TracedMessage;

/**
 * SIP messages as a capture file that Wireshark opens. Each stands in a UDP packet of its own, whatever it came by, so that
 * it can be read without the stream, or the keys, around it; our own side is written as address zero.
 */
final class Pcap {
    private static final int MAGIC_MICROS = 0xA1B2C3D4;
    private static final int RAW_IP = 101;
    private static final int UDP = 17;
    private static final int OUR_PORT = 5060;
    private static final int MOST = 65_000;

    private Pcap() {}

    static byte[] of(List<TracedMessage> messages) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(24)
                .putInt(MAGIC_MICROS)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(MOST + 100)
                .putInt(RAW_IP)
                .array());
        for (TracedMessage message : messages) {
            byte[] packet = packet(message);
            file.writeBytes(ByteBuffer.allocate(16)
                    .putInt((int) message.at().getEpochSecond())
                    .putInt(message.at().getNano() / 1000)
                    .putInt(packet.length)
                    .putInt(packet.length)
                    .array());
            file.writeBytes(packet);
        }
        return file.toByteArray();
    }

    private static byte[] packet(TracedMessage message) {
        byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
        InetSocketAddress far = address(message.far());
        byte[] farAddress = far.getAddress().getAddress();
        byte[] ours = new byte[farAddress.length];
        boolean in = message.way() == TracedMessage.Way.IN;
        int udpLength = 8 + text.length;
        ByteBuffer packet = ByteBuffer.allocate((ours.length == 4 ? 20 : 40) + udpLength);
        if (ours.length == 4) {
            packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
            packet.putInt(0).put((byte) 64).put((byte) UDP).putShort((short) 0);
        } else {
            packet.putInt(0x60000000)
                    .putShort((short) udpLength)
                    .put((byte) UDP)
                    .put((byte) 64);
        }
        packet.put(in ? farAddress : ours).put(in ? ours : farAddress);
        packet.putShort((short) (in ? far.getPort() : OUR_PORT)).putShort((short) (in ? OUR_PORT : far.getPort()));
        packet.putShort((short) udpLength).putShort((short) 0).put(text);
        sealed(packet, ours.length);
        return packet.array();
    }

    /** The checksums of IP (RFC 791) and UDP (RFC 768, RFC 8200 8.1): some readers call packets without them broken. */
    private static void sealed(ByteBuffer packet, int addressLength) {
        int header = addressLength == 4 ? 20 : 40;
        if (addressLength == 4) {
            packet.putShort(10, (short) checksum(packet, 0, header, 0));
        }
        int udp = packet.capacity() - header;
        int beside = sum(packet, header - 2 * addressLength, header, UDP + udp);
        int checksum = checksum(packet, header, packet.capacity(), beside);
        packet.putShort(header + 6, (short) (checksum == 0 ? 0xFFFF : checksum));
    }

    private static int checksum(ByteBuffer packet, int from, int to, int begun) {
        int sum = sum(packet, from, to, begun);
        while (sum > 0xFFFF) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return ~sum & 0xFFFF;
    }

    private static int sum(ByteBuffer packet, int from, int to, int begun) {
        int sum = begun;
        for (int i = from; i < to; i += 2) {
            int low = i + 1 < to ? packet.get(i + 1) & 0xFF : 0;
            sum += (packet.get(i) & 0xFF) << 8 | low;
        }
        return sum;
    }

    /** As the engine writes it: figures, an IPv6 address in brackets. */
    private static InetSocketAddress address(String far) {
        int colon = far.lastIndexOf(':');
        try {
            return new InetSocketAddress(
                    InetAddress.getByName(far.substring(0, colon)), Integer.parseInt(far.substring(colon + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address: " + far, e);
        }
    }
}
