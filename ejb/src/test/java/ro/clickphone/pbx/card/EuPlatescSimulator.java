package ro.clickphone.pbx.card;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** EuPlătesc's desk on the loopback: it refuses what is not signed by the key that the question needs. */
final class EuPlatescSimulator implements AutoCloseable {
    static final String MERCHANT = "44841234567";
    static final String KEY = "00112233445566778899AABBCCDDEEFF";
    static final EuPlatesc.Staff STAFF = new EuPlatesc.Staff("finance-key", "FFEEDDCCBBAA99887766554433221100");
    static final String REFUNDED = "{\"success\":\"1\"}";

    final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    /** What is said of an order that is asked for. */
    volatile String statusAnswer = "{\"success\":\"[]\"}";
    /** What is said of a refund; empty: the line breaks. */
    volatile String refundAnswer = REFUNDED;

    private final HttpServer server;

    EuPlatescSimulator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/desk", this::answer);
        server.start();
    }

    EuPlatesc.Account account() {
        return new EuPlatesc.Account(
                URI.create("https://euplatesc.example/"), desk(), MERCHANT, KEY, Optional.of(STAFF));
    }

    URI desk() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/desk?action=ws");
    }

    Map<String, String> lastAsked() {
        return asked.get(asked.size() - 1);
    }

    /** As the service writes it: a list of tries as text inside the text. */
    static String tries(String... attempts) {
        String list = "[" + String.join(",", attempts) + "]";
        return "{\"success\":\"" + list.replace("\"", "\\\"") + "\"}";
    }

    static String attempt(CardOrderId order, String transaction, String action, String amount) {
        return ("{\"merch_id\":\"%s\",\"invoice_id\":\"%s\",\"amount\":\"%s\",\"ep_id\":\"%s\",\"action\":\"%s\","
                        + "\"message\":\"a message\",\"captured\":\"0\",\"refunded\":\"0\"}")
                .formatted(MERCHANT, order, amount, transaction, action);
    }

    static SignedPost notice(CardOrderId order, String transaction, String action, String amount, String currency) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", amount);
        fields.put("curr", currency);
        fields.put("invoice_id", order.value());
        fields.put("ep_id", transaction);
        fields.put("merch_id", MERCHANT);
        fields.put("action", action);
        fields.put("message", "Approved, țară");
        fields.put("approval", "");
        fields.put("timestamp", "20260203094500");
        fields.put("nonce", "0123456789abcdef0123456789abcdef");
        fields.put("fp_hash", new LengthMac(KEY).of(fields.values()));
        fields.put("ExtraData", "not signed");
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new SignedPost(body.getBytes(StandardCharsets.UTF_8), "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        asked.add(Map.copyOf(fields));
        String seal = fields.remove("fp_hash");
        boolean refund = "refund".equals(fields.get("method"));
        boolean known =
                new LengthMac(refund ? STAFF.secret() : KEY).of(fields.values()).equals(seal);
        String answer =
                known ? refund ? refundAnswer : statusAnswer : "{\"error\":\"Invalid fp_hash\",\"ecode\":\"00\"}";
        if (!answer.isEmpty()) {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
