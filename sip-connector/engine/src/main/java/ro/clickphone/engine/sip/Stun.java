package ro.clickphone.engine.sip;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Answers STUN binding requests with where they came from (RFC 5389 7.3); nothing else is understood. */
final class Stun {
    private static final int REQUEST = 0x0001;
    private static final int SUCCESS = 0x0101;
    private static final int COOKIE = 0x2112A442;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int MAPPED_ADDRESS = 0x0001;
    private static final int HEADER = 20;

    private Stun() {}

    static Optional<byte[]> answer(byte[] packet, InetSocketAddress source) {
        if (packet.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer request = ByteBuffer.wrap(packet);
        int type = request.getShort() & 0xffff;
        int length = request.getShort() & 0xffff;
        int cookie = request.getInt();
        if (type != REQUEST || length != packet.length - HEADER) {
            return Optional.empty();
        }
        byte[] transaction = new byte[12];
        request.get(transaction);
        byte[] address = source.getAddress().getAddress();
        boolean classic = cookie != COOKIE;
        ByteBuffer answer = ByteBuffer.allocate(HEADER + 8 + address.length);
        answer.putShort((short) SUCCESS)
                .putShort((short) (8 + address.length))
                .putInt(cookie)
                .put(transaction);
        answer.putShort((short) (classic ? MAPPED_ADDRESS : XOR_MAPPED_ADDRESS));
        answer.putShort((short) (4 + address.length));
        answer.putShort((short) (address.length == 4 ? 1 : 2));
        answer.putShort((short) (classic ? source.getPort() : source.getPort() ^ COOKIE >>> 16));
        byte[] mask = ByteBuffer.allocate(16).putInt(COOKIE).put(transaction).array();
        for (int i = 0; i < address.length; i++) {
            answer.put((byte) (classic ? address[i] : address[i] ^ mask[i]));
        }
        return Optional.of(answer.array());
    }
}
