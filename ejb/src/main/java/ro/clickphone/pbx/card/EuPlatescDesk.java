package ro.clickphone.pbx.card;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The desk behind EuPlătesc's form: it says what became of an order, and gives money back where that is permitted. */
final class EuPlatescDesk {
    private static final Logger LOG = Logger.getLogger(EuPlatescDesk.class.getName());
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final String APPROVED = "0";
    private static final String NOTHING = "0";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final EuPlatesc.Account account;
    private final Clock clock;

    EuPlatescDesk(EuPlatesc.Account account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    /** What became of an order: of several tries of a customer, the one that was approved. */
    Optional<CardNotice> ask(CardPayment known) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("method", "check_status");
        question.put("mid", account.merchant());
        question.put("invoice_id", known.id().value());
        try {
            HttpResponse<String> answer = send(question, new LengthMac(account.key()));
            return answer.statusCode() == OK ? tries(known, answer.body()) : Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "EuPlătesc was not reached: {0}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "EuPlătesc''s answer on order {0} cannot be read: {1}", new Object[] {known.id(), e
            });
        }
        return Optional.empty();
    }

    GiveBack giveBack(EuPlatesc.Staff staff, String transaction, BigDecimal lei) {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("method", "refund");
        order.put("ukey", staff.key());
        order.put("epid", transaction);
        order.put("amount", lei.setScale(2).toPlainString());
        order.put("reason", "Credit returned");
        try {
            return answered(send(order, new LengthMac(staff.secret())));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            LOG.log(Level.WARNING, "EuPlătesc was not reached: {0}", e.toString());
            return GiveBack.NOT_TAKEN;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "EuPlătesc did not say what became of a refund: {0}", e.toString());
            return GiveBack.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return GiveBack.UNKNOWN;
        }
    }

    private HttpResponse<String> send(Map<String, String> asked, LengthMac mac)
            throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(asked);
        fields.put("timestamp", STAMP.format(clock.instant().atZone(ZoneOffset.UTC)));
        fields.put("nonce", EuPlatesc.nonce());
        fields.put("fp_hash", mac.of(fields.values()));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(account.desk())
                .timeout(WITHIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private Optional<CardNotice> tries(CardPayment known, String body) {
        JsonValue said = object(body).get("success");
        // the service writes the list as text inside the text
        try (JsonReader reader = Json.createReader(
                new StringReader(said instanceof JsonString text ? text.getString() : String.valueOf(said)))) {
            return reader.readArray().stream()
                    .map(JsonValue::asJsonObject)
                    .filter(attempt -> account.merchant().equals(text(attempt, "merch_id"))
                            && known.id().value().equals(text(attempt, "invoice_id")))
                    .sorted((one, other) -> Boolean.compare(isApproved(other), isApproved(one)))
                    .map(attempt -> notice(known.id(), attempt))
                    .findFirst();
        }
    }

    /** A refusal decides nothing: the customer may be trying another card. What was given back is for a person to see. */
    private static CardNotice notice(CardOrderId order, JsonObject attempt) {
        String refunded = text(attempt, "refunded");
        boolean paid = isApproved(attempt) && (refunded.isEmpty() || refunded.equals(NOTHING));
        return new CardNotice(
                order,
                text(attempt, "ep_id"),
                paid ? CardNotice.Outcome.PAID : CardNotice.Outcome.PENDING,
                new BigDecimal(text(attempt, "amount")),
                // a merchant's account has one currency: it is said where it has more
                attempt.containsKey("curr") ? text(attempt, "curr") : CardOrder.CURRENCY,
                text(attempt, "message"));
    }

    private static boolean isApproved(JsonObject attempt) {
        return APPROVED.equals(text(attempt, "action"));
    }

    private static String text(JsonObject of, String name) {
        JsonValue value = of.get(name);
        if (value == null) {
            return "";
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** Only its own words count: a page of some server between says nothing of the money. */
    private static GiveBack answered(HttpResponse<String> answer) {
        if (answer.statusCode() >= SERVER_ERROR) {
            return GiveBack.UNKNOWN;
        }
        try {
            JsonObject said = object(answer.body());
            if (said.containsKey("error")) {
                LOG.log(Level.WARNING, "EuPlătesc gives nothing back: {0}", text(said, "error"));
                return GiveBack.NOT_TAKEN;
            }
            return text(said, "success").equals("1") ? GiveBack.TAKEN : GiveBack.UNKNOWN;
        } catch (JsonException e) {
            return GiveBack.UNKNOWN;
        }
    }

    private static JsonObject object(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
