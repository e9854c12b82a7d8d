package ro.clickphone.engine.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * How the sound of one recording lies on the disk from its first second on: after {@link #head} come pieces, each its length
 * in four bytes and then its text sealed by AES-GCM under its number. The first piece is the head of a WAV file that
 * does not know its length, the others are sound.
 *
 * @param key of this recording alone, 32 random bytes
 * @param label by which the business finds the key again; it stands in the file in clear
 */
public record RecordingSeal(SecretKey key, String label) {
    /** Begins a file. */
    public static final String MARK = "CPTALK1\n";

    /** How much longer a piece is when it is sealed. */
    public static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;

    public RecordingSeal {
        Objects.requireNonNull(key, "key");
        if (!label.matches("[!-~]{1,1000}")) {
            throw new IllegalArgumentException("not a label of a key");
        }
    }

    /** The mark, the label's length in two bytes, the label. */
    public byte[] head() {
        return ByteBuffer.allocate(MARK.length() + Short.BYTES + label.length())
                .put(MARK.getBytes(StandardCharsets.US_ASCII))
                .putShort((short) label.length())
                .put(label.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** @param number from 0, each once */
    public byte[] sealed(int number, byte[] piece) {
        try {
            return run(Cipher.ENCRYPT_MODE, number, piece);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks AES-GCM", e);
        }
    }

    /** @throws GeneralSecurityException when the piece was changed, or has another number or key */
    public byte[] opened(int number, byte[] sealed) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, number, sealed);
    }

    private byte[] run(int mode, int number, byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        return cipher.doFinal(text);
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "RecordingSeal";
    }
}
