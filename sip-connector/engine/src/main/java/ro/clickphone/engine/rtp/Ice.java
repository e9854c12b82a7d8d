package ro.clickphone.engine.rtp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Our half of connectivity checks as an end with a known address (ICE-lite, RFC 8445 2.5): a check with our password
 * (RFC 8489 9.1) proves where the browser is, and is answered with what it looks like from here. On the loop's thread.
 */
public final class Ice {
    private static final int HEADER = 20;
    private static final int LONGEST = 1200;
    private static final int REQUEST = 0x0001;
    private static final int SUCCESS = 0x0101;
    private static final int COOKIE = 0x2112A442;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int USE_CANDIDATE = 0x0025;
    private static final int FINGERPRINT = 0x8028;
    private static final int FINGERPRINT_MASK = 0x5354554E;
    private static final int DIGEST = 20;

    private final String ourName;
    private final Mac mac;

    /** An answer to a check, and whether the browser has chosen this way. */
    public record Checked(ByteBuffer answer, boolean chosen) {}

    public Ice(String ourName, String ourPassword) {
        this.ourName = ourName + ":";
        try {
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(ourPassword.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java cannot do HMAC-SHA1", missing);
        }
    }

    /** Whether a datagram on the audio's port is STUN (RFC 7983 7). */
    public static boolean isStun(ByteBuffer datagram) {
        return datagram.limit() >= HEADER && (datagram.get(0) & 0xFC) == 0 && datagram.getInt(4) == COOKIE;
    }

    /** @return empty for what is no check with our name and password */
    public Optional<Checked> check(ByteBuffer datagram, InetSocketAddress from) {
        int length = datagram.limit();
        if (length > LONGEST
                || (datagram.getShort(0) & 0xFFFF) != REQUEST
                || (datagram.getShort(2) & 0xFFFF) != length - HEADER) {
            return Optional.empty();
        }
        byte[] message = new byte[length];
        datagram.get(0, message);
        boolean named = false;
        boolean chosen = false;
        ByteBuffer attributes = ByteBuffer.wrap(message);
        for (int at = HEADER; at + 4 <= length; ) {
            int type = attributes.getShort(at) & 0xFFFF;
            int size = attributes.getShort(at + 2) & 0xFFFF;
            if (at + 4 + size > length) {
                return Optional.empty();
            }
            if (type == USERNAME) {
                named = new String(message, at + 4, size, StandardCharsets.UTF_8).startsWith(ourName);
            } else if (type == USE_CANDIDATE) {
                chosen = true;
            } else if (type == MESSAGE_INTEGRITY) {
                return named && size == DIGEST && isGenuine(message, at)
                        ? Optional.of(new Checked(answer(message, from), chosen))
                        : Optional.empty();
            }
            at += 4 + (size + 3) / 4 * 4;
        }
        return Optional.empty();
    }

    /** The digest covers what stands before it, with a length as if the message ended with it. */
    private boolean isGenuine(byte[] message, int at) {
        ByteBuffer covered = ByteBuffer.wrap(message.clone());
        covered.putShort(2, (short) (at + 4 + DIGEST - HEADER));
        mac.update(covered.array(), 0, at);
        return MessageDigest.isEqual(mac.doFinal(), Arrays.copyOfRange(message, at + 4, at + 4 + DIGEST));
    }

    private ByteBuffer answer(byte[] request, InetSocketAddress from) {
        byte[] address = from.getAddress().getAddress();
        int total = HEADER + 8 + address.length + 4 + DIGEST + 8;
        ByteBuffer out = ByteBuffer.allocate(total);
        out.putShort((short) SUCCESS).putShort((short) (total - HEADER - 8)).put(request, 4, 16);
        out.putShort((short) XOR_MAPPED_ADDRESS).putShort((short) (4 + address.length));
        out.putShort((short) (address.length == 4 ? 1 : 2)).putShort((short) (from.getPort() ^ COOKIE >>> 16));
        for (int i = 0; i < address.length; i++) {
            out.put((byte) (address[i] ^ request[4 + i]));
        }
        mac.update(out.array(), 0, out.position());
        byte[] digest = mac.doFinal();
        out.putShort((short) MESSAGE_INTEGRITY).putShort((short) DIGEST).put(digest);
        out.putShort(2, (short) (total - HEADER));
        CRC32 crc = new CRC32();
        crc.update(out.array(), 0, out.position());
        out.putShort((short) FINGERPRINT).putShort((short) 4).putInt((int) crc.getValue() ^ FINGERPRINT_MASK);
        return out.flip();
    }
}
