package ro.clickphone.engine.rtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a master key makes of the packets of one direction: AES in counter mode and HMAC-SHA1 with the session keys of
 * RFC 3711 4.3 (the derivation rate is zero, as SDES and DTLS-SRTP have it). On the loop's thread; nothing is allocated
 * per packet.
 */
final class SrtpCipher {
    /** The first of the three labels of a kind of packets (RFC 3711 4.3.1 and 4.3.2). */
    enum Kind {
        RTP(0),
        RTCP(3);

        private final int firstLabel;

        Kind(int firstLabel) {
            this.firstLabel = firstLabel;
        }
    }

    static final int DIGEST = 20;
    private static final int BLOCK = 16;
    private static final int AUTH_KEY_BYTES = 20;
    private static final int MOST_BLOCKS = 96;

    private final Cipher aes;
    private final Mac mac;
    private final byte[] salt;
    private final byte[] counters = new byte[MOST_BLOCKS * BLOCK];
    private final byte[] keyStream = new byte[MOST_BLOCKS * BLOCK];
    private final byte[] vector = new byte[BLOCK];
    private final byte[] digest = new byte[DIGEST];

    SrtpCipher(SrtpKeys master, Kind kind) {
        try {
            aes = blocks(derived(master, kind.firstLabel, SrtpKeys.KEY_BYTES));
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(derived(master, kind.firstLabel + 1, AUTH_KEY_BYTES), "HmacSHA1"));
            salt = derived(master, kind.firstLabel + 2, SrtpKeys.SALT_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java cannot do AES and HMAC-SHA1", missing);
        }
    }

    /** A session key (RFC 3711 4.3.1): the key stream of the master key from the salt with the label in it. */
    static byte[] derived(SrtpKeys master, int label, int length) throws GeneralSecurityException {
        byte[] counter = Arrays.copyOf(master.salt(), BLOCK);
        counter[7] ^= (byte) label;
        Cipher cipher = blocks(master.key());
        byte[] stream = new byte[(length + BLOCK - 1) / BLOCK * BLOCK];
        for (int at = 0; at < stream.length; at += BLOCK) {
            counter[BLOCK - 1] = (byte) (at / BLOCK);
            cipher.update(counter, 0, BLOCK, stream, at);
        }
        return Arrays.copyOf(stream, length);
    }

    /** Single blocks: the counter mode is made of them, so that no packet needs a cipher set up anew. */
    private static Cipher blocks(byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        return cipher;
    }

    /** Encrypts or decrypts in place (RFC 3711 4.1.1). */
    void cross(byte[] data, int from, int length, int ssrc, long index) {
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

    /** The digest of the first bytes of a packet and, for RTP, the roll-over counter; overwritten by the next one. */
    byte[] digest(byte[] data, int length, int rollOver) {
        mac.update(data, 0, length);
        for (int shift = 24; shift >= 0; shift -= 8) {
            mac.update((byte) (rollOver >>> shift));
        }
        return finish();
    }

    byte[] digest(byte[] data, int length) {
        mac.update(data, 0, length);
        return finish();
    }

    private byte[] finish() {
        try {
            mac.doFinal(digest, 0);
        } catch (GeneralSecurityException tooShort) {
            throw new IllegalStateException(tooShort);
        }
        return digest;
    }

    /** In the same time wherever they differ. */
    static boolean matches(byte[] digest, byte[] data, int from, int length) {
        int different = 0;
        for (int i = 0; i < length; i++) {
            different |= digest[i] ^ data[from + i];
        }
        return different == 0;
    }
}
