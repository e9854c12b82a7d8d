package ro.clickphone.pbx.card;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How EuPlătesc signs: HMAC-MD5 over each value with its length in front, in a fixed order. HMAC-MD5 is what the service
 * takes; it is no longer chosen for anything new, but is not broken as a MAC (RFC 6151).
 */
final class LengthMac {
    private final byte[] key;

    /** @param key in hexadecimal, as the service gives it */
    LengthMac(String key) {
        this.key = HexFormat.of().parseHex(key);
    }

    String of(Collection<String> values) {
        String text = values.stream()
                .map(value -> value.isEmpty() ? "-" : value.getBytes(StandardCharsets.UTF_8).length + value)
                .collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            return HexFormat.of().withUpperCase().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks HmacMD5", e);
        }
    }
}
