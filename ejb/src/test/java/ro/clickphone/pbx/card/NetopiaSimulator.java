package ro.clickphone.pbx.card;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Netopia on the loopback: takes orders, and signs notices with a key of its own. */
final class NetopiaSimulator implements AutoCloseable {
    static final String POS = "AAAA-BBBB-CCCC-DDDD-EEEE";
    static final String REFUNDED = "{\"error\":{\"code\":\"00\",\"message\":\"Approved\"},\"payment\":{\"status\":8}}";
    static final String API_KEY = "an API key";

    final List<String> orders = new ArrayList<>();
    final List<String> refunds = new ArrayList<>();
    /** What is said of a refund; empty: the line breaks. */
    volatile String refundAnswer = REFUNDED;

    final List<String> questions = new ArrayList<>();
    /** What is said of a payment that is asked for. */
    volatile String statusAnswer = "{}";

    private final HttpServer server;
    private final KeyPair keys;

    NetopiaSimulator() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/pay/payment/card/start", exchange -> {
            boolean known = API_KEY.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            orders.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = (known
                            ? "{\"error\":{\"code\":\"101\"},\"payment\":{\"ntpID\":\"77\",\"status\":1,\"paymentURL\":\""
                                    + service() + "/page\"}}"
                            : "{\"error\":{\"code\":\"99\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/pay/operation/credit", exchange -> {
            refunds.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (refundAnswer.isEmpty()) {
                // the line breaks before an answer
                exchange.close();
                return;
            }
            byte[] answer = refundAnswer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/pay/operation/status", exchange -> {
            questions.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = statusAnswer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    URI service() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pay");
    }

    Path publicKey() {
        try {
            Path file = Files.createTempFile("netopia", ".pem");
            file.toFile().deleteOnExit();
            String base64 =
                    Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
            return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String notice(CardOrderId order, String transaction, int status, String amount, String currency) {
        return ("{\"order\":{\"orderID\":\"%s\"},\"payment\":{\"ntpID\":\"%s\",\"status\":%d,\"amount\":%s,"
                        + "\"currency\":\"%s\",\"message\":\"a message\"}}")
                .formatted(order, transaction, status, amount, currency);
    }

    SignedPost signed(String body) {
        return signed(body, body, "RS512", "NETOPIA Payments", POS);
    }

    /** @param hashed what the token says that the body is */
    SignedPost signed(String body, String hashed, String algorithm, String issuer, String audience) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(hashed.getBytes(StandardCharsets.UTF_8));
            String claims = Json.createObjectBuilder()
                    .add("iss", issuer)
                    .add("aud", Json.createArrayBuilder().add(audience))
                    .add("sub", Base64.getEncoder().encodeToString(hash))
                    .build()
                    .toString();
            String text = part("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "." + part(claims);
            Signature signature = Signature.getInstance("SHA512withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            String seal = algorithm.equals("none")
                    ? ""
                    : Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
            return new SignedPost(body.getBytes(StandardCharsets.UTF_8), text + "." + seal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
