package ro.clickphone.pbx.card;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ro.clickphone.pbx.kernel.Refusal;

/** EuPlătesc: a form whose fields are signed, a notice whose fields are signed, and a desk that is asked. */
final class EuPlatesc implements Collector {
    private static final List<String> SIGNED_IN_NOTICE = List.of(
            "amount", "curr", "invoice_id", "ep_id", "merch_id", "action", "message", "approval", "timestamp", "nonce");
    private static final String APPROVED = "0";
    private static final int NONCE_BYTES = 16;
    private static final int MOST_FIELDS = 60;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * @param door where the browser brings the form
     * @param desk where the service is asked
     * @param key in hexadecimal, as the service gives it
     */
    record Account(URI door, URI desk, String merchant, String key, Optional<Staff> staff) {}

    /** Who may give money back there: a key that names the person, and one in hexadecimal that signs. */
    record Staff(String key, String secret) {}

    private final Account account;
    private final LengthMac mac;
    private final EuPlatescDesk desk;

    EuPlatesc(Account account, Clock clock) {
        this.account = account;
        this.mac = new LengthMac(account.key());
        account.staff().ifPresent(staff -> new LengthMac(staff.secret()));
        this.desk = new EuPlatescDesk(account, clock);
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
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", order.amount().toPlainString());
        fields.put("curr", CardOrder.CURRENCY);
        fields.put("invoice_id", order.id().value());
        fields.put("order_desc", order.description());
        fields.put("merch_id", account.merchant());
        fields.put("timestamp", STAMP.format(order.at().atZone(ZoneOffset.UTC)));
        fields.put("nonce", nonce());
        fields.put("fp_hash", mac.of(fields.values()));
        fields.put("email", order.payer().email());
        fields.put("lang", order.language());
        return new Departure.Form(account.door(), fields);
    }

    static String nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }

    /** Where nobody is named who may, a person gives it back at the service's own desk. */
    @Override
    public GiveBack giveBack(String transaction, BigDecimal lei) {
        return account.staff()
                .map(staff -> desk.giveBack(staff, transaction, lei))
                .orElse(GiveBack.NOT_TAKEN);
    }

    @Override
    public Optional<CardNotice> ask(CardPayment payment) {
        return desk.ask(payment);
    }

    @Override
    public CardNotice read(SignedPost post) {
        Map<String, String> fields = form(new String(post.body(), StandardCharsets.UTF_8));
        String signed = mac.of(SIGNED_IN_NOTICE.stream()
                .map(name -> fields.getOrDefault(name, ""))
                .toList());
        boolean good = MessageDigest.isEqual(
                signed.getBytes(StandardCharsets.US_ASCII),
                fields.getOrDefault("fp_hash", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        if (!good || !account.merchant().equals(fields.get("merch_id"))) {
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
