package ro.clickphone.system.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.browser.Journey;
import ro.clickphone.system.browser.KeyRing;

/**
 * What a scanner tries at every address there is, as a stranger and as an owner: nothing of it may be a fault of ours. Each
 * address has a fifth of the tries, each try a fifth of the addresses; {@code ./test -Dit.test=SweepIT -Dpbx.sweep=all}
 * tries all everywhere.
 */
class SweepIT extends Journey {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "QWERTY");
    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/json",
            "application/xml",
            "text/plain; charset=no-such",
            "a/b/c");
    private static final String MARK = "swept41";
    private static final List<String> QUERIES = List.of(
            "sort=startedAt,(SELECT%201)&order=desc%3b&page=-1&size=99999999999",
            "first=%0d%0aX-Swept:%20" + MARK,
            "lang=%00&q=%22%3E%3Cscript%3Ealert(%27" + MARK + "%27)%3C/script%3E",
            "url=//evil.example/&next=https://evil.example/&redirect=%2f%2fevil.example&faces-redirect=true",
            "jakarta.faces.ViewState=1:1&jakarta.faces.partial.ajax=true&jakarta.faces.source=%23%7b7*7%7d");
    private static final List<String> TRACES = List.of(
            "\tat ro.clickphone",
            "java.lang.",
            "jakarta.servlet.",
            "Payara",
            "GlassFish",
            "EclipseLink",
            "org.mariadb");

    private static final int SHARE = "all".equals(System.getProperty("pbx.sweep")) ? 1 : 5;

    private final Map<String, Integer> figures = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private Customer customer;
    private String owner;
    private int tries;
    private String key = "";

    @BeforeEach
    void owner(Exchange exchange) {
        customer = Customer.with(exchange, 100);
        owner = "sweep" + customer.id() + "@probe.example";
        customer.addUser(owner, PASSWORD);
    }

    @Test
    void nothing_that_a_scanner_tries_is_a_fault_a_trace_or_a_way_out(Exchange exchange) throws IOException {
        List<String> addresses = addresses(exchange);
        sweep(addresses, "stranger");
        portal.page().context().clearCookies();
        portal.signIn(owner, PASSWORD);
        key = KeyRing.keyWithAllScopes(portal);
        sweep(addresses, "owner");
        System.out.println("Sweep of " + addresses.size() + " addresses with " + tries
                + " requests, answers by status: " + figures);
        assertThat(wrong).isEmpty();
        assertThat(tries).isGreaterThan(1_000);
    }

    @Test
    void asking_the_api_for_its_methods_writes_nothing_into_the_log(Exchange exchange) throws Exception {
        String operator = Files.readString(exchange.data().resolve("operator-api-key.txt"))
                .strip();
        long before = exchange.logged();
        for (String path : List.of("accounts", customer.path("menu/versions"), customer.path("messages"))) {
            HttpRequest options = HttpRequest.newBuilder(
                            exchange.portal().resolve("api/v1/").resolve(path))
                    .header("Authorization", "Bearer " + operator)
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(options, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as(path)
                    .isLessThan(500);
        }
        assertThat(saidUntilNow(exchange, before)).doesNotContainIgnoringCase("wadl");
    }

    @Test
    void method_that_the_container_refuses_is_no_trouble_of_ours(Exchange exchange) throws Exception {
        assertThat(saidUntilNow(exchange, exchange.logged())).doesNotContain("trouble on /openapi");
    }

    /** The log is written a little later than it is said, in order: a line that we provoke ourselves is the last one. */
    private static String saidUntilNow(Exchange exchange, long before) throws Exception {
        HttpRequest deleted = HttpRequest.newBuilder(exchange.portal().resolve("openapi"))
                .DELETE()
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(deleted, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(405);
        return await("the log")
                .atMost(Duration.ofSeconds(20))
                .until(() -> exchange.saidSince(before, 2_000), said -> said.contains("405 for /openapi"));
    }

    /** What has no length cannot be bounded before it is read: it is not read. */
    @Test
    void form_in_pieces_that_tells_no_length_is_refused_unread(Exchange exchange) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (String page : List.of("signin/signIn.xhtml", "start/start.xhtml", "prompt/recorder.xhtml")) {
            HttpRequest chunked = HttpRequest.newBuilder(URI.create(portal.address(page)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() ->
                            new ByteArrayInputStream("a=1&".repeat(100_000).getBytes(US_ASCII))))
                    .build();
            assertThat(browser.send(chunked, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as(page)
                    .isEqualTo(411);
        }
        assertThat(exchange.portal()).isNotNull();
    }

    @Test
    void where_the_exchange_leads_is_never_the_host_that_a_stranger_wrote() throws IOException {
        for (String way : List.of("/", "/start/start.xhtml", "/start", "/operator/door.xhtml", "/signin/..;/start")) {
            String answer = raw("GET " + way + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(way).startsWith("HTTP/1.1 30").doesNotContain("evil.example");
        }
        assertThat(raw("GET http://evil.example/start/start.xhtml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("/signin/signIn")
                .doesNotContain("evil.example");
    }

    @Test
    void what_the_container_refuses_itself_is_told_to_programs_as_to_programs() throws IOException {
        assertThat(raw("POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400")
                .doesNotContain("<html");
    }

    /** The container's reader of JSON goes round for ever in an object that is not closed. */
    @Test
    void body_that_ends_in_the_middle_is_answered(Exchange exchange) throws IOException {
        String operator = Files.readString(exchange.data().resolve("operator-api-key.txt"))
                .strip();
        String body = "{\"zzz\":{";
        assertThat(raw(
                        "POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                                + operator + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n"
                                + body))
                .startsWith("HTTP/1.1 400")
                .contains("http.json");
    }

    @Test
    void form_with_another_nonce_than_its_page_s_is_an_expired_page_and_changes_nothing() {
        portal.signIn(owner, PASSWORD);
        portal.visit("extension/extensions.xhtml");
        String state = portal.page()
                .locator("input[name='jakarta.faces.ViewState']")
                .first()
                .inputValue();
        for (String nonce : List.of("x", "", "YjBkYzVkY2UtMDc1Zi00MjQ0LWFkMDItM2UwMzU3YWJhODVm")) {
            APIResponse answer = portal.page()
                    .context()
                    .request()
                    .post(
                            portal.address("extension/extensions.xhtml"),
                            RequestOptions.create()
                                    .setMaxRedirects(0)
                                    .setForm(FormData.create()
                                            .set("add", "add")
                                            .set("primefaces.nonce", nonce)
                                            .set("jakarta.faces.ViewState", state)));
            assertThat(answer.headers().get("location")).as(nonce).endsWith("/signin/signIn.xhtml?why=expired");
        }
    }

    /** JSF keeps the letters of a refused request for the session for a moment, and failed at others of that moment. */
    @Test
    void letters_that_nobody_knows_spoil_no_page_beside() {
        portal.signIn(owner, PASSWORD);
        String cookies = portal.page().context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        ExecutorService fourAtOnce = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 300)
                    .mapToObj(i -> i % 3 == 0 ? "text/plain; charset=no-such" : "a/b/c")
                    .map(type -> CompletableFuture.supplyAsync(() -> posted("metrics", type, cookies), fourAtOnce))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join).distinct()).containsExactly(403);
        } finally {
            fourAtOnce.shutdown();
        }
    }

    /** @return the status */
    private int posted(String address, String type, String cookies) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.address(address)))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Cookie", cookies)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String raw(String request) throws IOException {
        URI address = URI.create(portal.address(""));
        try (Socket line = new Socket(address.getHost(), address.getPort())) {
            line.setSoTimeout(20_000);
            line.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(line.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private List<String> addresses(Exchange exchange) throws IOException {
        List<String> all = new ArrayList<>(Addresses.pages());
        Addresses.servlets().forEach(servlet -> all.add(servlet.replace("*", MARK)));
        Endpoints.of(exchange).forEach(endpoint -> all.add("api/v1/" + endpoint.at(customer.id())));
        all.addAll(List.of("", "no/such/page.xhtml", "WEB-INF/web.xml", "openapi", "health", "metrics", "api/v1/none"));
        return all.stream().distinct().toList();
    }

    private void sweep(List<String> addresses, String who) {
        int turn = 0;
        for (String address : addresses) {
            for (String method : METHODS) {
                if (turn++ % SHARE == 0) {
                    tried(who + " " + method + " " + address, method, send(method, address, "text/plain", ""));
                }
            }
            for (String type : TYPES) {
                if (turn++ % SHARE == 0) {
                    tried(who + " " + type + " " + address, "POST", send("POST", address, type, "{\"a\":" + MARK));
                }
            }
            for (String query : QUERIES) {
                if (turn++ % SHARE == 0) {
                    String asked = address + "?" + query;
                    tried(who + " " + asked, "GET", send("GET", asked, "text/plain", ""));
                }
            }
        }
    }

    private APIResponse send(String method, String address, String type, String body) {
        APIRequestContext browser = portal.page().context().request();
        RequestOptions options = RequestOptions.create()
                .setMethod(method)
                .setMaxRedirects(0)
                .setHeader("Origin", "https://evil.example");
        if (!key.isEmpty() && address.startsWith("api/")) {
            options.setHeader("Authorization", "Bearer " + key);
        }
        if (!body.isEmpty()) {
            options.setHeader("Content-Type", type).setData(body);
        }
        return browser.fetch(portal.address(address), options);
    }

    private void tried(String what, String method, APIResponse answer) {
        tries++;
        figures.merge(Integer.toString(answer.status()), 1, Integer::sum);
        Map<String, String> headers = answer.headers();
        String location = headers.getOrDefault("location", "");
        String text = answer.text();
        List<String> found = new ArrayList<>();
        if (answer.status() >= 500 && answer.status() != 501 || location.contains("/error/trouble")) {
            found.add("fault");
        }
        if (location.replaceFirst("\\?.*", "").contains("evil.example")) {
            found.add("leads to " + location);
        }
        if (headers.containsKey("x-swept") || headers.containsKey("access-control-allow-origin")) {
            found.add("header of a stranger");
        }
        if (text.contains("<script>alert('" + MARK)) {
            found.add("script");
        }
        TRACES.stream().filter(text::contains).forEach(trace -> found.add("tells " + trace));
        if (headers.containsKey("server") || headers.containsKey("x-powered-by")) {
            found.add("tells its maker");
        }
        if (headers.getOrDefault("set-cookie", "").toLowerCase(Locale.ROOT).contains("session=")
                && !headers.get("set-cookie").contains("HttpOnly")) {
            found.add("cookie");
        }
        boolean hardened = "nosniff".equals(headers.get("x-content-type-options"))
                && headers.getOrDefault("cache-control", "").contains("no-store");
        if (!hardened && !method.equals("TRACE")) { // which the container's connector refuses, before any of ours
            found.add("without the headers of security");
        }
        if (!found.isEmpty()) {
            wrong.add(what + ": " + answer.status() + " " + found);
        }
        answer.dispose();
    }
}
