package ro.clickphone.system.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.OperatorApi;
import ro.clickphone.system.OperatorApi.Answer;
import ro.clickphone.system.attack.Endpoints.Endpoint;
import ro.clickphone.system.browser.Journey;
import ro.clickphone.system.browser.KeyRing;

class ApiAttackIT extends Journey {
    private static final long NOBODYS = 98_765_432;
    private static final int LEAST_ENDPOINTS = 30;
    private static final List<String> HOSTILE = List.of(
            "-1",
            "0",
            "2147483648",
            "99999999999999999999",
            "1e9",
            "' OR '1'='1",
            "1; DROP TABLE account",
            "%00",
            "../../../../etc/passwd",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>alert(1)</script>",
            "startedAt,(SELECT 1)",
            "A".repeat(5000));

    /** Enough for most orders to be understood, so that it is the account that refuses them. */
    private static final Map<String, Object> PLAUSIBLE = Map.ofEntries(
            Map.entry("number", 105),
            Map.entry("name", "Intruder"),
            Map.entry("email", "intruder@probe.example"),
            Map.entry("role", "OWNER"),
            Map.entry("password", "Barza zboară peste Bărăgan 17"),
            Map.entry("target", "101"),
            Map.entry("active", true),
            Map.entry("to", "EXTENSIONS"),
            Map.entry("extensions", List.of(100)),
            Map.entry("agents", List.of(100)),
            Map.entry("trunk", 1));

    private Customer own;
    private Customer other;
    private OperatorApi program;
    private List<Endpoint> endpoints;

    @BeforeEach
    void customerWithAKey(Exchange exchange) {
        own = Customer.with(exchange, 100);
        other = Customer.with(exchange, 100, 101);
        String email = "api" + own.id() + "@probe.example";
        own.addUser(email, PASSWORD);
        portal.signIn(email, PASSWORD);
        program = exchange.api(KeyRing.keyWithAllScopes(portal));
        endpoints = Endpoints.of(exchange);
        assertThat(endpoints).hasSizeGreaterThan(LEAST_ENDPOINTS);
    }

    @Test
    void other_customers_account_answers_a_key_like_one_that_never_was() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint :
                endpoints.stream().filter(Endpoint::isOfOneAccount).toList()) {
            Answer others = send(endpoint, endpoint.at(other.id()));
            Answer nobodys = send(endpoint, endpoint.at(NOBODYS));
            boolean same = others.status() == nobodys.status()
                    && masked(others, other.id()).equals(masked(nobodys, NOBODYS));
            if (others.status() / 100 != 4 || !same) {
                wrong.add(endpoint + ": " + others + " but nobody's " + nobodys);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(other.api().get(other.path("extensions")).toString()).contains("Ext101");
    }

    /** Not only the account of a path: what it names inside the own account is another customer's, one by one. */
    @Test
    void other_customers_things_are_unknown_in_the_own_account(Exchange exchange) {
        Customer rich = Customer.demo(exchange);
        Belongings before = Belongings.of(rich, endpoints);
        Set<String> foreign = before.fewBut(Belongings.of(own, endpoints), 5);
        assertThat(foreign).hasSizeGreaterThan(10);
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Endpoint endpoint : endpoints) {
            if (endpoint.isOfOneAccount() && endpoint.places() > 1) {
                for (String thing : foreign) {
                    Answer answer = send(endpoint, endpoint.at(own.id(), thing));
                    List<String> betrayed = Belongings.betrayed(answer.body().toString(), foreign, thing);
                    boolean asked = answer.status() != 401 && answer.status() != 429 && answer.status() < 500;
                    if (!asked || !betrayed.isEmpty()) {
                        wrong.add(endpoint + " with " + thing + ": " + answer.status() + " " + betrayed);
                    }
                    tried++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(200);
        assertThat(Belongings.of(rich, endpoints).all()).isEqualTo(before.all());
    }

    @Test
    void own_account_opens_where_the_other_did_not() {
        assertThat(send(new Endpoint("GET", own.path("extensions"), List.of()), own.path("extensions"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_the_operators_opens_to_no_customers_key() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint :
                endpoints.stream().filter(one -> !one.isOfOneAccount()).toList()) {
            Answer answer = send(endpoint, endpoint.at(0));
            if (!List.of(400, 403, 406, 422).contains(answer.status())) { // 406: figures as text, asked for as JSON
                wrong.add(endpoint + ": " + answer);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(program.send("POST", "accounts", Optional.of(Map.of("name", "Mine", "extensionLimit", 5)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nothing_opens_without_a_key(Exchange exchange) {
        OperatorApi stranger = exchange.api("");
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            int status = stranger.send(endpoint.method(), endpoint.at(own.id()), body(endpoint))
                    .status();
            if (status != 401 && status != 429) {
                wrong.add(endpoint + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void hostile_parameters_of_lists_are_refused_or_ignored_and_never_a_fault() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Endpoint endpoint : endpoints) {
            for (String query : endpoint.queries()) {
                for (String value : HOSTILE) {
                    String path = endpoint.at(own.id()) + "?" + query + "="
                            + URLEncoder.encode(value, StandardCharsets.UTF_8);
                    Answer answer = own.api().send(endpoint.method(), path, Optional.empty());
                    tried++;
                    if (answer.status() >= 500) {
                        wrong.add(endpoint + " " + query + "=" + value.substring(0, Math.min(30, value.length())) + ": "
                                + answer.status());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void hostile_bodies_and_places_in_paths_are_refused_and_never_a_fault() {
        List<String> wrong = new ArrayList<>();
        List<Object> bodies = List.of(
                List.of(),
                "text",
                -1,
                Map.of("number", -1, "name", Map.of()),
                Map.of("number", 1e40, "name", "x".repeat(10_000)),
                Map.of("name", "a\u0000b\r\nX: y", "number", 109));
        for (Endpoint endpoint : endpoints.stream().filter(Endpoint::hasBody).toList()) {
            for (Object body : bodies) {
                Answer answer = own.api().send(endpoint.method(), endpoint.at(own.id()), Optional.of(body));
                if (answer.status() >= 500) {
                    wrong.add(endpoint + " "
                            + body.toString()
                                    .substring(0, Math.min(40, body.toString().length())) + ": " + answer.status());
                }
            }
        }
        for (Endpoint endpoint : endpoints) {
            for (String place : List.of("-1", "99999999999999999999", "%27", "..%2f..%2fetc", "a%0d%0ab")) {
                String path = endpoint.path().replaceFirst("\\{[a-z]+}", place).replaceAll("\\{[a-z]+}", place);
                if (!path.equals(endpoint.path())) {
                    Answer answer = own.api().send(endpoint.method(), path, body(endpoint));
                    if (answer.status() >= 500) {
                        wrong.add(endpoint.method() + " " + path + ": " + answer.status());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Answer send(Endpoint endpoint, String path) {
        return program.send(endpoint.method(), path, body(endpoint));
    }

    private static Optional<Object> body(Endpoint endpoint) {
        return endpoint.hasBody() ? Optional.of(PLAUSIBLE) : Optional.empty();
    }

    private static String masked(Answer answer, long account) {
        return answer.body().toString().replaceAll("\\b" + account + "\\b", "#");
    }
}
