package ro.clickphone.pbx.card;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.kernel.Refusal;

/** Netopia, API version 2: an order is told by JSON and answered with the page to pay at; notices are signed by a token. */
final class Netopia implements Collector {
    private static final Logger LOG = Logger.getLogger(Netopia.class.getName());
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final int ROMANIA = 642;
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final String APPROVED = "00";
    private static final Set<Integer> PAID = Set.of(3, 5);
    private static final Set<Integer> RETURNED = Set.of(8, 10, 17);
    private static final Set<Integer> REFUSED = Set.of(4, 11, 12, 13, 23);

    /**
     * @param service {@code https://secure.mobilpay.ro/pay}
     * @param pos signature of the point of sale
     * @param notices where notices are to be sent
     * @param back where the browser is to come back; the order's id is appended
     */
    record Account(URI service, String apiKey, String pos, URI notices, URI back) {}

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Account account;
    private final NetopiaToken token;
    private final Clock clock;

    Netopia(Account account, NetopiaToken token, Clock clock) {
        this.account = account;
        this.token = token;
        this.clock = clock;
    }

    @Override
    public CardWay way() {
        return CardWay.NETOPIA;
    }

    @Override
    public Optional<Announced> announce(CardOrder order) {
        try {
            return Optional.of(
                    page(send("/payment/card/start", start(order).toString()).body()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Netopia was not reached: {0}", e.toString());
            throw new Refusal("card.away", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("card.away", "");
        }
    }

    private HttpResponse<String> send(String operation, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(account.service().toString().replaceAll("/+$", "") + operation))
                .timeout(WITHIN)
                .header("Authorization", account.apiKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public GiveBack giveBack(String transaction, BigDecimal lei) {
        String order = Json.createObjectBuilder()
                .add("ntpID", transaction)
                .add("amount", lei)
                .build()
                .toString();
        try {
            return answered(send("/operation/credit", order));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            LOG.log(Level.WARNING, "Netopia was not reached: {0}", e.toString());
            return GiveBack.NOT_TAKEN;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Netopia did not say what became of a refund: {0}", e.toString());
            return GiveBack.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return GiveBack.UNKNOWN;
        }
    }

    @Override
    public Optional<CardNotice> ask(CardPayment known) {
        String question = Json.createObjectBuilder()
                .add("posID", account.pos())
                .add("ntpID", known.transaction())
                .add("orderID", known.id().value())
                .build()
                .toString();
        try {
            HttpResponse<String> answer = send("/operation/status", question);
            return answer.statusCode() == OK ? status(known, answer.body()) : Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Netopia was not reached: {0}", e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<CardNotice> status(CardPayment known, String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject payment = reader.readObject().getJsonObject("payment");
            return payment == null ? Optional.empty() : Optional.of(notice(known.id(), payment));
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "Netopia''s answer on order {0} cannot be read: {1}", new Object[] {known.id(), e});
            return Optional.empty();
        }
    }

    private static CardNotice notice(CardOrderId order, JsonObject payment) {
        return new CardNotice(
                order,
                payment.getString("ntpID"),
                outcome(payment.getInt("status")),
                payment.getJsonNumber("amount").bigDecimalValue(),
                payment.getString("currency"),
                payment.getString("message", ""));
    }

    /** Only its own words count: a page of some server between says nothing of the money. */
    private static GiveBack answered(HttpResponse<String> answer) {
        if (answer.statusCode() >= SERVER_ERROR) {
            return GiveBack.UNKNOWN;
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            JsonObject error = reader.readObject().getJsonObject("error");
            String code = error == null ? "" : error.getString("code", "");
            if (code.isEmpty()) {
                return GiveBack.UNKNOWN;
            }
            return answer.statusCode() == OK && code.equals(APPROVED) ? GiveBack.TAKEN : GiveBack.NOT_TAKEN;
        } catch (JsonException | ClassCastException e) {
            return GiveBack.UNKNOWN;
        }
    }

    /** Only https, but for this machine: the customer is about to write the number of a card there. */
    private static Announced page(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject payment = reader.readObject().getJsonObject("payment");
            String page = payment == null ? "" : payment.getString("paymentURL", "");
            if (page.matches("https://[^\\s\"<>]{1,480}|http://127\\.0\\.0\\.1:[^\\s\"<>]{1,480}")) {
                String transaction = payment.getString("ntpID", "");
                return new Announced(page, transaction.matches("[0-9A-Za-z_-]{1,64}") ? transaction : "");
            }
        } catch (JsonException | ClassCastException e) {
            LOG.log(Level.WARNING, "Netopia's answer cannot be read: {0}", e.getMessage());
        }
        LOG.warning("Netopia did not say where to pay");
        throw new Refusal("card.away", "");
    }

    @Override
    public Departure departure(CardOrder order, String told) {
        return new Departure.Link(URI.create(told));
    }

    @Override
    public CardNotice read(SignedPost post) {
        if (!token.signs(post.body(), post.token(), clock.instant())) {
            throw new Refusal("card.signature", "");
        }
        try (JsonReader reader = Json.createReader(new StringReader(new String(post.body(), StandardCharsets.UTF_8)))) {
            JsonObject notice = reader.readObject();
            return notice(
                    new CardOrderId(notice.getJsonObject("order").getString("orderID")),
                    notice.getJsonObject("payment"));
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new Refusal("card.notice", "");
        }
    }

    private static CardNotice.Outcome outcome(int status) {
        if (PAID.contains(status)) {
            return CardNotice.Outcome.PAID;
        }
        if (RETURNED.contains(status)) {
            return CardNotice.Outcome.RETURNED;
        }
        return REFUSED.contains(status) ? CardNotice.Outcome.REFUSED : CardNotice.Outcome.PENDING;
    }

    private JsonObject start(CardOrder order) {
        JsonObjectBuilder payment = Json.createObjectBuilder()
                .add(
                        "options",
                        Json.createObjectBuilder().add("installments", 1).add("bonus", 0))
                .add("data", Json.createObjectBuilder());
        return Json.createObjectBuilder()
                .add(
                        "config",
                        Json.createObjectBuilder()
                                .add("notifyUrl", account.notices().toString())
                                .add("redirectUrl", account.back() + order.id().value())
                                .add("language", order.language()))
                .add("payment", payment)
                .add("order", order(order))
                .build();
    }

    private JsonObjectBuilder order(CardOrder order) {
        return Json.createObjectBuilder()
                .add("posSignature", account.pos())
                .add("dateTime", order.at().truncatedTo(ChronoUnit.SECONDS).toString())
                .add("description", order.description())
                .add("orderID", order.id().value())
                .add("amount", order.amount())
                .add("currency", CardOrder.CURRENCY)
                .add("billing", person(order.payer()))
                .add("shipping", person(order.payer()));
    }

    private static JsonObjectBuilder person(Party payer) {
        return Json.createObjectBuilder()
                .add("email", payer.email())
                .add("phone", "")
                .add("firstName", "")
                .add("lastName", payer.name())
                .add("city", payer.address().city())
                .add("country", ROMANIA)
                .add("state", payer.address().county().name())
                .add("postalCode", "")
                .add("details", payer.address().street());
    }
}
