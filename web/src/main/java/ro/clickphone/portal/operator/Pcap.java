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
        return packet.putShort((short) udpLength).putShort((short) 0).put(text).array();
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
