package ro.clickphone.engine.rtp;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM with 128 or 256 bits (RFC 7714 8 and 9): one pass that encrypts, and proves the header too. */
final class SrtpGcm extends SrtpCipher {
    private static final int TAG = SrtpKeys.AEAD_TAG_BYTES;
    private static final int TAG_BITS = 8 * TAG;
    private static final int LONGEST = 1600;

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] salt;
    private final byte[] vector = new byte[SrtpKeys.AEAD_SALT_BYTES];
    private final byte[] output = new byte[LONGEST];

    SrtpGcm(SrtpKeys master, Kind kind) {
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
            key = new SecretKeySpec(derived(master, kind.firstLabel(), master.key().length), "AES");
            salt = derived(master, kind.firstLabel() + 2, SrtpKeys.AEAD_SALT_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java cannot do AES-GCM", missing);
        }
    }

    @Override
    int growth() {
        return TAG + 4;
    }

    @Override
    int protect(byte[] packet, int header, int length, int ssrc, long index) {
        begin(Cipher.ENCRYPT_MODE, ssrc, index);
        cipher.updateAAD(packet, 0, header);
        return header + cross(packet, header, length - header);
    }

    @Override
    int open(byte[] packet, int header, int length, int ssrc, long index) {
        if (length - TAG < header) {
            return REFUSED;
        }
        begin(Cipher.DECRYPT_MODE, ssrc, index);
        cipher.updateAAD(packet, 0, header);
        int plain = cross(packet, header, length - header);
        return plain == REFUSED ? REFUSED : header + plain;
    }

    @Override
    int protectReports(byte[] packet, int length, int ssrc, int index) {
        begin(Cipher.ENCRYPT_MODE, ssrc, index);
        cipher.updateAAD(packet, 0, RTCP_HEADER);
        word(index | ENCRYPTED);
        int end = RTCP_HEADER + cross(packet, RTCP_HEADER, length - RTCP_HEADER);
        putInt(packet, end, index | ENCRYPTED);
        return end + 4;
    }

    @Override
    int placeOfIndex(int length) {
        int place = length - 4;
        return place - TAG < RTCP_HEADER ? REFUSED : place;
    }

    @Override
    int openReports(byte[] packet, int length, int ssrc, int word) {
        int end = length - 4;
        begin(Cipher.DECRYPT_MODE, ssrc, word & ~ENCRYPTED);
        if ((word & ENCRYPTED) == 0) {
            // in clear, and proven as a whole (RFC 7714 9.3)
            cipher.updateAAD(packet, 0, end - TAG);
            word(word);
            return cross(packet, end - TAG, TAG) == REFUSED ? REFUSED : end - TAG;
        }
        cipher.updateAAD(packet, 0, RTCP_HEADER);
        word(word);
        int plain = cross(packet, RTCP_HEADER, end - RTCP_HEADER);
        return plain == REFUSED ? REFUSED : RTCP_HEADER + plain;
    }

    private void word(int word) {
        byte[] bytes = new byte[4];
        putInt(bytes, 0, word);
        cipher.updateAAD(bytes);
    }

    /** RFC 7714 8.1 and 9.1: two octets of zero, the stream, the index in six octets; over all the salt. */
    private void begin(int mode, int ssrc, long index) {
        System.arraycopy(salt, 0, vector, 0, salt.length);
        for (int i = 0; i < 4; i++) {
            vector[2 + i] ^= (byte) (ssrc >>> 24 - 8 * i);
        }
        for (int i = 0; i < 6; i++) {
            vector[6 + i] ^= (byte) (index >>> 40 - 8 * i);
        }
        try {
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, vector));
        } catch (GeneralSecurityException repeated) {
            throw new IllegalStateException("a vector that cannot be used", repeated);
        }
    }

    private int cross(byte[] packet, int from, int length) {
        try {
            int made = cipher.doFinal(packet, from, length, output, 0);
            System.arraycopy(output, 0, packet, from, made);
            return made;
        } catch (AEADBadTagException notGenuine) {
            return REFUSED;
        } catch (GeneralSecurityException tooShort) {
            throw new IllegalStateException(tooShort);
        }
    }
}
