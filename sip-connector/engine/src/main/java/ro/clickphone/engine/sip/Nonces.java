package ro.clickphone.engine.sip;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces of digest challenges: their age and origin can be seen in themselves, so a challenge costs no memory. Only a
 * nonce that was used with the right password is remembered, for the counts that it came with (RFC 7616 3.4).
 */
final class Nonces {
    static final Duration LIFE = Duration.ofSeconds(300);
    private static final int MOST_IN_USE = 200_000;
    private static final int MAC_LENGTH = 16;

    private final ThreadLocal<Mac> macs;
    private final Clock clock;
    private final Map<String, Counts> inUse = new ConcurrentHashMap<>();

    enum Age {
        FRESH,
        STALE,
        FOREIGN
    }

    Nonces(Clock clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        SecretKeySpec key = new SecretKeySpec(secret, "HmacSHA256");
        macs = ThreadLocal.withInitial(() -> keyed(key));
    }

    /** Finding an algorithm by its name costs more than the algorithm does. */
    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA256 in this JVM", e);
        }
    }

    String next() {
        byte[] text = new byte[16 + MAC_LENGTH];
        ByteBuffer.wrap(text).putLong(clock.millis()).putLong(random());
        System.arraycopy(mac(text), 0, text, 16, MAC_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    Age age(String nonce) {
        byte[] text;
        try {
            text = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return Age.FOREIGN;
        }
        if (text.length != 16 + MAC_LENGTH) {
            return Age.FOREIGN;
        }
        byte[] claimed = java.util.Arrays.copyOfRange(text, 16, text.length);
        if (!MessageDigest.isEqual(claimed, java.util.Arrays.copyOf(mac(text), MAC_LENGTH))) {
            return Age.FOREIGN;
        }
        long age = clock.millis() - ByteBuffer.wrap(text).getLong();
        return age >= 0 && age <= LIFE.toMillis() ? Age.FRESH : Age.STALE;
    }

    /** Each count is good once. @return false when it was used before */
    boolean use(String nonce, long count) {
        if (inUse.size() >= MOST_IN_USE) {
            sweep();
        }
        return inUse.computeIfAbsent(nonce, unused -> new Counts(clock.millis()))
                .use(count);
    }

    /** Forgets the nonces that are too old to be taken. */
    void sweep() {
        long oldest = clock.millis() - LIFE.toMillis() - 1000;
        inUse.values().removeIf(counts -> counts.since < oldest);
    }

    private byte[] mac(byte[] text) {
        Mac mac = macs.get();
        mac.update(text, 0, 16);
        return mac.doFinal();
    }

    private static long random() {
        return java.util.concurrent.ThreadLocalRandom.current().nextLong();
    }

    /** The highest count that came, and which of the 64 before it. */
    private static final class Counts {
        private final long since;
        private long highest;
        private long seen;

        Counts(long since) {
            this.since = since;
        }

        synchronized boolean use(long count) {
            if (count > highest) {
                long step = count - highest;
                seen = step >= 64 ? 1 : seen << step | 1;
                highest = count;
                return true;
            }
            long back = highest - count;
            if (back >= 64 || (seen >>> back & 1) == 1) {
                return false;
            }
            seen |= 1L << back;
            return true;
        }
    }
}
