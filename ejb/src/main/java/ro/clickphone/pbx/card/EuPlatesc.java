package ro.clickphone.pbx.card;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * EuPlătesc: a form whose fields are signed, and a notice whose fields are signed, both by HMAC-MD5 over each value with
 * its length in front, in a fixed order. HMAC-MD5 is what the service takes; it is no longer chosen for anything new, but
 * is not broken as a MAC (RFC 6151).
 */
final class EuPlatesc implements Collector {
    private static final List<String> SIGNED_IN_NOTICE = List.of(
            "amount", "curr", "invoice_id", "ep_id", "merch_id", "action", "message", "approval", "timestamp", "nonce");
    private static final String APPROVED = "0";
    private static final int NONCE_BYTES = 16;
    private static final int MOST_FIELDS = 60;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final URI door;
    private final String merchant;
    private final byte[] key;

    /** @param key in hexadecimal, as the service gives it */
    EuPlatesc(URI door, String merchant, String key) {
        this.door = door;
        this.merchant = merchant;
        this.key = HexFormat.of().parseHex(key);
    }

    @Override
    public CardWay way() {
        return CardWay.EUPLATESC;
    }

    /** The browser brings the order itself. */
    @Override
    public Optional<Announced> announce(CardOrder order) {
        return Optional.empty();
    }

    @Override
    public Departure departure(CardOrder order, String told) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", order.amount().toPlainString());
        fields.put("curr", CardOrder.CURRENCY);
        fields.put("invoice_id", order.id().value());
        fields.put("order_desc", order.description());
        fields.put("merch_id", merchant);
        fields.put("timestamp", STAMP.format(order.at().atZone(ZoneOffset.UTC)));
        fields.put("nonce", HexFormat.of().formatHex(nonce));
        fields.put("fp_hash", signature(List.copyOf(fields.values())));
        fields.put("email", order.payer().email());
        fields.put("lang", order.language());
        return new Departure.Form(door, fields);
    }

    /** Its interface for refunds is not spoken here: a person gives it back at the service's own desk. */
    @Override
    public GiveBack giveBack(String transaction, BigDecimal lei) {
        return GiveBack.NOT_TAKEN;
    }

    /** Its interface for questions is not spoken here: a person looks at the service's own desk. */
    @Override
    public Optional<CardNotice> ask(CardPayment payment) {
        return Optional.empty();
    }

    @Override
    public CardNotice read(SignedPost post) {
        Map<String, String> fields = form(new String(post.body(), StandardCharsets.UTF_8));
        String signed = signature(SIGNED_IN_NOTICE.stream()
                .map(name -> fields.getOrDefault(name, ""))
                .toList());
        boolean good = MessageDigest.isEqual(
                signed.getBytes(StandardCharsets.US_ASCII),
                fields.getOrDefault("fp_hash", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        if (!good || !merchant.equals(fields.get("merch_id"))) {
            throw new Refusal("card.signature", "");
        }
        try {
            return new CardNotice(
                    new CardOrderId(fields.getOrDefault("invoice_id", "")),
                    fields.getOrDefault("ep_id", ""),
                    APPROVED.equals(fields.get("action")) ? CardNotice.Outcome.PAID : CardNotice.Outcome.REFUSED,
                    new BigDecimal(fields.getOrDefault("amount", "")),
                    fields.getOrDefault("curr", ""),
                    fields.getOrDefault("message", ""));
        } catch (IllegalArgumentException e) {
            throw new Refusal("card.notice", "");
        }
    }

    String signature(List<String> values) {
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

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal("card.signature", "");
        }
    }
}
