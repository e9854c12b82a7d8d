package ro.clickphone.pbx.card;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * The signature of a notice of Netopia: a JSON Web Token (RFC 7519) by RS512 whose subject is the hash of the notice. The
 * algorithm is ours to say, never the token's: that is how unsigned tokens get in (RFC 8725, section 3.1).
 */
final class NetopiaToken {
    private static final String ISSUER = "NETOPIA Payments";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int PARTS = 3;

    private final PublicKey key;
    private final String pos;

    NetopiaToken(PublicKey key, String pos) {
        this.key = key;
        this.pos = pos;
    }

    boolean signs(byte[] body, String token, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("SHA512withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return "RS512".equals(object(parts[0]).getString("alg", ""))
                    && signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && claims(object(parts[1]), body, now);
        } catch (GeneralSecurityException | IllegalArgumentException | JsonException | ClassCastException e) {
            return false;
        }
    }

    private boolean claims(JsonObject claims, byte[] body, Instant now) throws GeneralSecurityException {
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-512").digest(body));
        boolean fresh = !claims.containsKey("exp")
                || Instant.ofEpochSecond(claims.getJsonNumber("exp").longValue())
                        .plus(CLOCKS_DIFFER)
                        .isAfter(now);
        return ISSUER.equals(claims.getString("iss", ""))
                && isForUs(claims.get("aud"))
                && hash.equals(claims.getString("sub", ""))
                && fresh;
    }

    /** One audience, or a list of them. */
    private boolean isForUs(JsonValue audience) {
        if (audience instanceof JsonString one) {
            return pos.equals(one.getString());
        }
        return audience != null
                && audience.getValueType() == JsonValue.ValueType.ARRAY
                && audience.asJsonArray().stream().anyMatch(this::isForUs);
    }

    private static JsonObject object(String part) {
        String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
