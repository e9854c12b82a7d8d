package ro.clickphone.system.browser;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, as RFC 6238 says and without a line of the product's own. */
final class OneTimeCode {
    private static final long STEP = 30;

    private final byte[] secret;

    /** @param base32 as the page shows it */
    OneTimeCode(String base32) {
        long bits = 0;
        int count = 0;
        ByteBuffer octets = ByteBuffer.allocate(base32.length() * 5 / 8);
        for (char letter : base32.toCharArray()) {
            bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            count += 5;
            if (count >= 8) {
                count -= 8;
                octets.put((byte) (bits >> count));
            }
        }
        secret = octets.array();
    }

    /** The code of this moment. */
    String now() {
        return at(0);
    }

    /** The code of the step that follows, which the server takes already; the one of this step may be used up. */
    String next() {
        return at(1);
    }

    private String at(long later) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / STEP + later;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
