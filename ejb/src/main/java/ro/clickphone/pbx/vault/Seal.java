package ro.clickphone.pbx.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals small values: AES-256-GCM (NIST SP 800-38D) with a random nonce each, which comes first, the tag last. Each use has
 * a key of its own, derived from the exchange's key.
 */
final class Seal {
    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] master;

    /** @param master 32 random bytes */
    Seal(byte[] master) {
        if (master.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key has " + master.length + " bytes, not " + KEY_BYTES);
        }
        this.master = master.clone();
    }

    byte[] seal(Kind kind, byte[] plain) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] body = run(Cipher.ENCRYPT_MODE, key(kind.name(), new byte[0]), nonce, new byte[0], plain, plain.length);
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + body.length);
        System.arraycopy(body, 0, sealed, NONCE_BYTES, body.length);
        return sealed;
    }

    /** @throws BrokenSealException when it was changed, or sealed with another key or as another kind */
    byte[] open(Kind kind, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            throw new BrokenSealException("too short");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return run(Cipher.DECRYPT_MODE, key(kind.name(), new byte[0]), nonce, new byte[0], body, body.length);
    }

    boolean opens(Kind kind, byte[] sealed) {
        try {
            open(kind, sealed);
            return true;
        } catch (BrokenSealException another) {
            return false;
        }
    }

    /** Tells keys apart without telling a key. */
    String fingerprint() {
        return HexFormat.of().formatHex(derived("fingerprint", new byte[0])).substring(0, 32);
    }

    /** A key for one use. @param salt tells apart what is sealed for the same use */
    SecretKey key(String use, byte[] salt) {
        return new SecretKeySpec(derived(use, salt), "AES");
    }

    /** @throws BrokenSealException when it does not open */
    static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] beside, byte[] text, int length) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(beside);
            return cipher.doFinal(text, 0, length);
        } catch (javax.crypto.AEADBadTagException changed) {
            throw new BrokenSealException("changed, or of another key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + CIPHER, e);
        }
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** One block of HKDF's second step (RFC 5869 2.3): the master is random already. */
    private byte[] derived(String use, byte[] salt) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(master, MAC));
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(salt);
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + MAC, e);
        }
    }
}
