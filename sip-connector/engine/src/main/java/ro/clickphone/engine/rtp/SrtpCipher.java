package ro.clickphone.engine.rtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a master key makes of the packets of one direction, with the session keys of RFC 3711 4.3 (the derivation rate is
 * zero, as SDES and DTLS-SRTP have it). On the loop's thread.
 */
abstract class SrtpCipher {
    /** The first of the three labels of a kind of packets (RFC 3711 4.3.1 and 4.3.2). */
    enum Kind {
        RTP(0),
        RTCP(3);

        private final int firstLabel;

        Kind(int firstLabel) {
            this.firstLabel = firstLabel;
        }

        int firstLabel() {
            return firstLabel;
        }
    }

    static final int BLOCK = 16;
    static final int REFUSED = -1;
    static final int RTCP_HEADER = 8;
    static final int ENCRYPTED = 0x8000_0000;
    private static final int SALT_LABEL_PLACE = 7;

    static SrtpCipher of(SrtpKeys master, Kind kind) {
        return master.areAead() ? new SrtpGcm(master, kind) : new SrtpCounterMode(master, kind);
    }

    /** By how much a packet grows at most. */
    abstract int growth();

    /**
     * Protects an RTP packet in place; behind it there is room for its growth.
     *
     * @param header of its length nothing is encrypted
     * @return the length that it has now
     */
    abstract int protect(byte[] packet, int header, int length, int ssrc, long index);

    /** Opens one in place. @return the length that it has now, or {@link #REFUSED} */
    abstract int open(byte[] packet, int header, int length, int ssrc, long index);

    /** Protects reports in place (RFC 3711 3.4). @return the length that they have now */
    abstract int protectReports(byte[] packet, int length, int ssrc, int index);

    /** Where the word with the index of protected reports of that length stands; negative when they are too short. */
    abstract int placeOfIndex(int length);

    /** @param word the index, and whether the reports are encrypted */
    abstract int openReports(byte[] packet, int length, int ssrc, int word);

    /** A session key (RFC 3711 4.3.1): the key stream of the master key from the salt with the label in it. */
    static byte[] derived(SrtpKeys master, int label, int length) throws GeneralSecurityException {
        byte[] counter = Arrays.copyOf(master.salt(), BLOCK);
        counter[SALT_LABEL_PLACE] ^= (byte) label;
        Cipher cipher = blocks(master.key());
        byte[] stream = new byte[(length + BLOCK - 1) / BLOCK * BLOCK];
        for (int at = 0; at < stream.length; at += BLOCK) {
            counter[BLOCK - 1] = (byte) (at / BLOCK);
            cipher.update(counter, 0, BLOCK, stream, at);
        }
        return Arrays.copyOf(stream, length);
    }

    /** Single blocks: the counter mode is made of them, so that no packet needs a cipher set up anew. */
    static Cipher blocks(byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        return cipher;
    }

    static void putInt(byte[] into, int at, int value) {
        into[at] = (byte) (value >>> 24);
        into[at + 1] = (byte) (value >>> 16);
        into[at + 2] = (byte) (value >>> 8);
        into[at + 3] = (byte) value;
    }
}
