package ro.clickphone.engine.rtp;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AES in counter mode and HMAC-SHA1 (RFC 3711 4.1.1, 4.2.1); nothing is allocated per packet. */
final class SrtpCounterMode extends SrtpCipher {
    private static final int DIGEST = 20;
    private static final int AUTH_KEY_BYTES = 20;
    private static final int MOST_BLOCKS = 96;
    private static final int RTCP_TAG = 10;

    private final Cipher aes;
    private final Mac mac;
    private final byte[] salt;
    private final int tagBytes;
    private final byte[] counters = new byte[MOST_BLOCKS * BLOCK];
    private final byte[] keyStream = new byte[MOST_BLOCKS * BLOCK];
    private final byte[] vector = new byte[BLOCK];
    private final byte[] digest = new byte[DIGEST];

    SrtpCounterMode(SrtpKeys master, Kind kind) {
        try {
            aes = blocks(derived(master, kind.firstLabel(), master.key().length));
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(derived(master, kind.firstLabel() + 1, AUTH_KEY_BYTES), "HmacSHA1"));
            salt = derived(master, kind.firstLabel() + 2, SrtpKeys.SALT_BYTES);
            tagBytes = kind == Kind.RTP ? master.tagBytes() : RTCP_TAG;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java cannot do AES and HMAC-SHA1", missing);
        }
    }

    @Override
    int growth() {
        return tagBytes + 4;
    }

    @Override
    int protect(byte[] packet, int header, int length, int ssrc, long index) {
        cross(packet, header, length - header, ssrc, index);
        mac.update(packet, 0, length);
        rollOver(index);
        finish();
        System.arraycopy(digest, 0, packet, length, tagBytes);
        return length + tagBytes;
    }

    @Override
    int open(byte[] packet, int header, int length, int ssrc, long index) {
        int tagged = length - tagBytes;
        if (tagged < header) {
            return REFUSED;
        }
        mac.update(packet, 0, tagged);
        rollOver(index);
        finish();
        if (!matches(packet, tagged)) {
            return REFUSED;
        }
        cross(packet, header, tagged - header, ssrc, index);
        return tagged;
    }

    private void rollOver(long index) {
        for (int shift = 40; shift >= 16; shift -= 8) {
            mac.update((byte) (index >>> shift));
        }
    }

    @Override
    int protectReports(byte[] packet, int length, int ssrc, int index) {
        putInt(packet, length, index | ENCRYPTED);
        cross(packet, RTCP_HEADER, length - RTCP_HEADER, ssrc, index);
        mac.update(packet, 0, length + 4);
        finish();
        System.arraycopy(digest, 0, packet, length + 4, tagBytes);
        return length + 4 + tagBytes;
    }

    @Override
    int placeOfIndex(int length) {
        int place = length - tagBytes - 4;
        return place < RTCP_HEADER ? REFUSED : place;
    }

    @Override
    int openReports(byte[] packet, int length, int ssrc, int word) {
        int plain = length - tagBytes - 4;
        mac.update(packet, 0, plain + 4);
        finish();
        if (!matches(packet, plain + 4)) {
            return REFUSED;
        }
        if ((word & ENCRYPTED) != 0) {
            cross(packet, RTCP_HEADER, plain - RTCP_HEADER, ssrc, word & ~ENCRYPTED);
        }
        return plain;
    }

    /** Encrypts or decrypts in place. */
    private void cross(byte[] data, int from, int length, int ssrc, long index) {
        System.arraycopy(salt, 0, vector, 0, SrtpKeys.SALT_BYTES);
        for (int i = 0; i < 4; i++) {
            vector[4 + i] ^= (byte) (ssrc >>> 24 - 8 * i);
        }
        for (int i = 0; i < 6; i++) {
            vector[8 + i] ^= (byte) (index >>> 40 - 8 * i);
        }
        int count = (length + BLOCK - 1) / BLOCK;
        for (int i = 0; i < count; i++) {
            System.arraycopy(vector, 0, counters, i * BLOCK, BLOCK - 2);
            counters[i * BLOCK + BLOCK - 2] = (byte) (i >>> 8);
            counters[i * BLOCK + BLOCK - 1] = (byte) i;
        }
        try {
            aes.update(counters, 0, count * BLOCK, keyStream, 0);
        } catch (GeneralSecurityException tooShort) {
            throw new IllegalStateException(tooShort);
        }
        for (int i = 0; i < length; i++) {
            data[from + i] ^= keyStream[i];
        }
    }

    private void finish() {
        try {
            mac.doFinal(digest, 0);
        } catch (GeneralSecurityException tooShort) {
            throw new IllegalStateException(tooShort);
        }
    }

    /** In the same time wherever they differ. */
    private boolean matches(byte[] data, int from) {
        int different = 0;
        for (int i = 0; i < tagBytes; i++) {
            different |= digest[i] ^ data[from + i];
        }
        return different == 0;
    }
}
