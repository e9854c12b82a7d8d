package ro.clickphone.system.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Elsewhere;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.browser.Journey;
import ro.clickphone.system.browser.Portal;

class PageAttackIT extends Journey {
    private static final String MARK = "\"'><script>alert(41)</script>";
    private static final List<String> HOSTILE = List.of(
            MARK,
            "-1",
            "99999999999999999999",
            "' OR 1=1 --",
            "../../etc/passwd",
            "#{me.name}${7*7}",
            "\u0000",
            "x".repeat(4000));
    private static final int WRONG_TRIES = 20;
    private static final String CALL = "00000000-0000-4000-8000-000000000001";
    /** What another customer might have under each address that is no page. */
    private static final Map<String, String> GUESSES = Map.ofEntries(
            Map.entry("invoice/file/*", "07931513-31.03.2016.pdf"),
            Map.entry("finance/file/*", "07931513-31.03.2016.pdf"),
            Map.entry("routing/sound/*", "CLOSED.wav"),
            Map.entry("operator/ladder/*", CALL + ".pcap"),
            Map.entry("recording/file/*", CALL + "-1.wav"),
            Map.entry("payment/card/notice/*", "netopia"),
            Map.entry("payment/card/leave/*", CALL),
            Map.entry("payment/file/*", "CP-AAAA-AAAA.pdf"),
            Map.entry("prompt/file/*", "CLOSED/version-1.wav"),
            Map.entry("voicemail/file/*", "1.wav"),
            Map.entry("contact/file/*", "53631.csv"));

    private Customer customer;
    private String owner;

    @BeforeEach
    void owner(Exchange exchange) {
        customer = Customer.with(exchange, 100);
        owner = "page" + customer.id() + "@probe.example";
        customer.addUser(owner, PASSWORD);
    }

    @Test
    void stranger_sees_the_sign_in_and_nothing_else() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String page : Addresses.pages()) {
            APIResponse answer = get(portal, page);
            boolean open = Stream.of("signin/", "error/", "install/", "rates/").anyMatch(page::startsWith);
            if (!open && (answer.status() != 302 || !location(answer).contains("/signin/"))) {
                wrong.add(page + ": " + answer.status() + " " + location(answer));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void owner_opens_the_own_pages_and_no_page_of_the_back_office() throws IOException {
        portal.signIn(owner, PASSWORD);
        portal.page().locator("#header-user").waitFor();
        List<String> wrong = new ArrayList<>();
        for (String page : Addresses.pages()) {
            APIResponse answer = get(portal, page);
            int status = isTrouble(answer) ? 500 : answer.status();
            boolean office = page.startsWith("operator/") || page.startsWith("finance/") || page.startsWith("office/");
            if (office ? status != 403 : status >= 400 && !page.startsWith("error/")) {
                wrong.add(page + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void one_who_may_only_read_opens_no_page_that_decides_about_access(Exchange exchange) throws IOException {
        String reader = "read" + customer.id() + "@probe.example";
        customer.api()
                .post(
                        customer.path("users"),
                        Map.of("email", reader, "name", "Ion", "role", "READ_ONLY", "password", PASSWORD));
        portal.signIn(reader, PASSWORD);
        portal.page().locator("#header-user").waitFor();
        List<String> wrong = new ArrayList<>();
        for (String page : Addresses.pages()) {
            if (isTrouble(get(portal, page))) {
                wrong.add(page);
            }
        }
        assertThat(wrong).isEmpty();
        for (String page :
                List.of("account/apiKeys", "audit/auditLog", "operator/door", "office/office", "finance/tax")) {
            assertThat(get(portal, page + ".xhtml").status()).as(page).isEqualTo(403);
        }
        assertThat(exchange.portal()).isNotNull();
    }

    @Test
    void finance_sees_no_customers_calls_and_not_the_operators_pages(Exchange exchange) throws IOException {
        portal.signIn("finance@clickphone.example", exchange.demoPasswords().of("finance@clickphone.example"));
        portal.page().locator("#header-user").waitFor();
        List<String> wrong = new ArrayList<>();
        for (String page : Addresses.pages()) {
            APIResponse answer = get(portal, page);
            boolean ofCustomers = Stream.of("call/", "extension/", "fraud/", "queue/", "routing/", "ivr/", "account/")
                    .anyMatch(page::startsWith);
            if (ofCustomers && (answer.status() != 302 || !location(answer).contains("/office/"))
                    || page.startsWith("operator/") && answer.status() != 403
                    || isTrouble(answer)) {
                wrong.add(page + ": " + answer.status() + " " + location(answer));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void hostile_parameters_of_pages_neither_break_them_nor_come_back_as_they_were(Exchange exchange)
            throws IOException {
        portal.signIn(owner, PASSWORD);
        portal.page().locator("#header-user").waitFor();
        List<String> wrong = new ArrayList<>();
        int tried = triedWithHostileParameters(Addresses.pages(), wrong);
        portal.page().context().clearCookies();
        String finance = "finance@clickphone.example";
        portal.signIn(finance, exchange.demoPasswords().of(finance));
        portal.page().locator("#header-user").waitFor();
        tried += triedWithHostileParameters(
                Addresses.pages().stream()
                        .filter(page -> page.startsWith("finance/"))
                        .toList(),
                wrong);
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    private int triedWithHostileParameters(List<String> pages, List<String> wrong) {
        int tried = 0;
        for (String page : pages) {
            for (String parameter : Addresses.parameters(page)) {
                for (String value : HOSTILE) {
                    APIResponse answer = portal.page()
                            .context()
                            .request()
                            .get(
                                    address(page),
                                    RequestOptions.create().setMaxRedirects(0).setQueryParam(parameter, value));
                    tried++;
                    if (isTrouble(answer) || answer.text().contains("<script>alert(41)")) {
                        wrong.add(page + "?" + parameter + "=" + value.substring(0, Math.min(20, value.length())) + ": "
                                + answer.status());
                    }
                }
            }
        }
        return tried;
    }

    /** Found in the sources: each parameter of each page, and each address that is no page. */
    @Test
    void other_customers_things_are_shown_by_no_page(Exchange exchange) throws IOException {
        List<Endpoints.Endpoint> endpoints = Endpoints.of(exchange);
        Set<String> foreign =
                Belongings.of(Customer.demo(exchange), endpoints).fewBut(Belongings.of(customer, endpoints), 2);
        assertThat(foreign).hasSizeGreaterThan(5);
        portal.signIn(owner, PASSWORD);
        portal.page().locator("#header-user").waitFor();
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String thing : foreign) {
            List<String> addresses = new ArrayList<>();
            String place = URLEncoder.encode(thing, StandardCharsets.UTF_8);
            for (String page : Addresses.pages()) {
                Addresses.parameters(page).stream()
                        .filter(name -> !Set.of("month", "year", "zone", "state", "status", "tab")
                                .contains(name))
                        .forEach(name -> addresses.add(page + "?" + name + "=" + place));
            }
            Addresses.servlets().forEach(servlet -> addresses.add(servlet.replace("*", place)));
            for (String address : addresses) {
                APIResponse answer = get(portal, address);
                tried++;
                if (isTrouble(answer)
                        || !Belongings.betrayed(answer.text(), foreign, thing).isEmpty()) {
                    wrong.add(address + ": " + answer.status() + " "
                            + Belongings.betrayed(answer.text(), foreign, thing));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void every_answer_tells_the_browser_what_not_to_do() throws IOException {
        portal.signIn(owner, PASSWORD);
        portal.page().locator("#header-user").waitFor();
        for (String page : Addresses.pages()) {
            APIResponse answer = get(portal, page);
            assertThat(answer.headers())
                    .as(page)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-frame-options", "DENY")
                    .containsEntry("cache-control", "no-store")
                    .containsKeys("referrer-policy", "permissions-policy", "cross-origin-opener-policy")
                    .doesNotContainKey("x-powered-by");
            if (answer.status() == 200) {
                assertThat(answer.headers().get("content-security-policy"))
                        .as(page)
                        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "'nonce-")
                        .doesNotContain("unsafe-eval");
                assertThat(scripts(answer.text())).as(page).isEmpty();
            }
        }
    }

    @Test
    void state_of_a_page_that_somebody_made_up_is_no_way_in() {
        portal.signIn(owner, PASSWORD);
        portal.page().locator("#header-user").waitFor();
        for (String state : List.of("rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==", "-1:-1", "1:1", MARK, "e1s1")) {
            APIResponse answer = portal.page()
                    .context()
                    .request()
                    .post(
                            address("extension/extensions.xhtml"),
                            RequestOptions.create()
                                    .setMaxRedirects(0)
                                    .setForm(FormData.create()
                                            .set("add", "add")
                                            .set("add:number", "109")
                                            .set("jakarta.faces.ViewState", state)));
            assertThat(isTrouble(answer)).as(state).isFalse();
            assertThat(answer.text()).doesNotContain("<script>alert(41)");
        }
        assertThat(customer.api().get(customer.path("extensions")).toString()).doesNotContain("109");
    }

    /** Files, sounds and ways to the payment: found in the sources; each needs a line here of what somebody might guess. */
    @Test
    void what_is_no_page_opens_to_no_stranger_and_holds_nothing_for_who_guesses() throws IOException {
        List<String> servlets = Addresses.servlets();
        assertThat(servlets).hasSizeGreaterThan(5).allMatch(GUESSES::containsKey);
        List<String> wrong = new ArrayList<>();
        for (String servlet : servlets) {
            APIResponse answer = get(portal, servlet.replace("*", GUESSES.get(servlet)));
            if (!servlet.startsWith("payment/card/notice/")
                    && (answer.status() != 302 || !location(answer).contains("/signin/"))) {
                wrong.add("stranger at " + servlet + ": " + answer.status());
            }
        }
        portal.page().context().clearCookies(); // or the sign-in would lead to the last of what was asked for
        portal.signIn(owner, PASSWORD);
        portal.page().locator("#header-user").waitFor();
        for (String servlet : servlets) {
            for (String guess : List.of(GUESSES.get(servlet), "", "1", "../../WEB-INF/web.xml", "%00.wav", MARK)) {
                APIResponse answer = get(
                        portal,
                        servlet.replace(
                                "*",
                                URLEncoder.encode(guess, StandardCharsets.UTF_8).replace("%2F", "/")));
                if (answer.status() < 400 || isTrouble(answer) || answer.text().contains("<script>alert(41)")) {
                    wrong.add("owner at " + servlet + " with " + guess + ": " + answer.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The container would write the parts of a form to the disk before anybody looked at them. */
    @Test
    void form_without_end_is_refused_before_it_is_sent(Exchange exchange) throws IOException {
        for (String page :
                List.of("signin/signIn.xhtml", "signin/signIn", "install/install.xhtml", "rates/rates.xhtml")) {
            assertThat(posted(exchange, page, "Content-Length: 300000000"))
                    .as(page)
                    .contains(" 413 ");
        }
        for (String page : List.of("start/start.xhtml", "finance/bank.xhtml", "start/start")) {
            assertThat(posted(exchange, page, "Content-Length: 300000000"))
                    .as(page + " before a sign-in")
                    .contains(" 413 ");
        }
    }

    /** @return the first line of the answer to a form whose body never comes */
    private static String posted(Exchange exchange, String page, String length) throws IOException {
        try (Socket socket =
                new Socket(exchange.portal().getHost(), exchange.portal().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /" + page + " HTTP/1.1\r\nHost: "
                                    + exchange.portal().getAuthority() + "\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\n" + length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void twentieth_wrong_password_from_one_address_closes_the_portal_to_it_and_to_no_other(Exchange exchange) {
        try (Elsewhere elsewhere = new Elsewhere(exchange.portal(), "127.0.0.66");
                Portal guesser = anotherWindow(elsewhere.uri())) {
            for (int time = 1; time < WRONG_TRIES; time++) {
                assertThat(guess(guesser, "nobody" + time + "@probe.example")).doesNotContain("Prea multe încercări");
            }
            guess(guesser, "nobody@probe.example");
            guesser.signIn("nobody@probe.example", "guess");
            guesser.page().locator("#signin\\:problem").waitFor();
            assertThat(guesser.page().locator("#signin\\:problem").innerText()).contains("Prea multe încercări");
            guesser.signIn(owner, PASSWORD);
            assertThat(guesser.page().locator("#signin\\:problem").innerText()).contains("Prea multe încercări");
        }
        portal.signIn(owner, PASSWORD);
        portal.page().locator("#header-user").waitFor();
        assertThat(customer.api().get("security/events").toString())
                .contains("SIGN_IN_THROTTLED")
                .contains("127.0.0.66");
    }

    /** As a program does it, without a window. @return the page that answers */
    private static String guess(Portal guesser, String email) {
        APIRequestContext program = guesser.page().context().request();
        String form = program.get(guesser.address("signin/signIn.xhtml")).text();
        Matcher state = Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"")
                .matcher(form);
        assertThat(state.find()).isTrue();
        return program.post(
                        guesser.address("signin/signIn.xhtml"),
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("signin", "signin")
                                        .set("signin:email", email)
                                        .set("signin:password", "guess " + email)
                                        .set("signin:go", "")
                                        .set("jakarta.faces.ViewState", state.group(1))))
                .text();
    }

    /** Scripts inside the page that carry no nonce, and handlers in attributes: the policy would stop them. */
    private static List<String> scripts(String html) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(
                        "<script(?![^>]*(nonce=|src=))[^>]*>|<[a-z]+[^>]* on(click|load|change)=\"[^\"]*\"")
                .matcher(html);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private APIResponse get(Portal window, String page) {
        return window.page()
                .context()
                .request()
                .get(address(page), RequestOptions.create().setMaxRedirects(0));
    }

    private String address(String page) {
        return portal.address(page);
    }

    /** A fault of ours, also where it ends on the calm page. */
    private static boolean isTrouble(APIResponse answer) {
        return answer.status() >= 500 || location(answer).contains("/error/trouble");
    }

    private static String location(APIResponse answer) {
        return answer.headers().getOrDefault("location", "");
    }
}
