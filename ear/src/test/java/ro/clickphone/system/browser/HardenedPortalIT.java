package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Exchange;

/** As an exchange stands on the internet: a proxy with TLS before it, and a back office that asks for more than a password. */
class HardenedPortalIT extends Journey {
    private static final String OPERATOR = "operator@clickphone.example";
    private static final Map<String, String> SETTINGS = Map.of(
            "PBX_PORTAL_URL", "https://portal.example",
            "PBX_PROXIES", "127.0.0.1",
            "PBX_OPERATOR_NETWORKS", "127.0.0.1, 192.0.2.0/24",
            "PBX_BACK_OFFICE_SECOND_FACTOR", "on");

    @Test
    void behind_a_proxy_with_tls_cookies_go_by_tls_and_the_back_office_wants_more_than_a_password() throws Exception {
        try (Exchange exchange = Exchange.start(SETTINGS)) {
            HttpResponse<String> led = get(exchange, "extension/extensions.xhtml", "192.0.2.5");
            assertThat(led.headers().firstValue("Location"))
                    .as("a place on this host, so by TLS too, and of no host that a stranger wrote")
                    .hasValue("/signin/signIn");
            assertThat(led.headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("__Host-session=")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite")
                    .doesNotContain("Domain");
            assertThat(led.headers().firstValue("Strict-Transport-Security"))
                    .as("on the container's own way to the sign-in, before any filter")
                    .isPresent();
            assertThat(led.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(inClear(exchange, "extension/extensions.xhtml").headers().firstValue("Set-Cookie"))
                    .as("also where the proxy forgets to say that it was TLS")
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure"));
            assertThat(get(exchange, "signin/signIn.xhtml", "192.0.2.5")
                            .headers()
                            .firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));

            assertThat(get(exchange, "api/v1/accounts", "192.0.2.5").statusCode())
                    .isEqualTo(200);
            assertThat(get(exchange, "api/v1/accounts", "198.51.100.1").statusCode())
                    .isEqualTo(403);
            assertThat(get(exchange, "api/v1/accounts", "192.0.2.5, 198.51.100.1")
                            .statusCode())
                    .as("an address that the stranger wrote himself")
                    .isEqualTo(403);

            try (Portal window = anotherWindow(exchange.portal())) {
                operatorSetsUpAnApp(window, exchange);
            }
        }
    }

    private static void operatorSetsUpAnApp(Portal window, Exchange exchange) {
        String password = exchange.demoPasswords().of(OPERATOR);
        window.signIn(OPERATOR, password);
        assertThat(window.page().locator("#demanded")).isVisible();
        window.photograph("second-factor-demanded");
        window.visit("operator/door.xhtml");
        assertThat(window.page()).hasURL(Pattern.compile(".*/profile/security.*"));

        window.page().locator("#factor\\:password").fill(password);
        window.page().locator("#factor\\:begin").click();
        OneTimeCode app =
                new OneTimeCode(window.page().locator("#secret").innerText().strip());
        window.page().locator("#proof\\:code").fill(app.now());
        window.page().locator("#proof\\:confirm").click();
        assertThat(window.page().locator("#codes")).isVisible();
        assertThat(window.page().locator("#demanded")).hasCount(0);
        window.visit("operator/door.xhtml");
        assertThat(window.page()).hasURL(Pattern.compile(".*/operator/door.*"));
    }

    private static HttpResponse<String> get(Exchange exchange, String path, String forwardedFor)
            throws IOException, InterruptedException {
        URI address = exchange.portal().resolve(path);
        String key = Files.readString(exchange.data().resolve("operator-api-key.txt"))
                .strip();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-For", forwardedFor)
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<Void> inClear(Exchange exchange, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(exchange.portal().resolve(path)).build(),
                        HttpResponse.BodyHandlers.discarding());
    }
}
