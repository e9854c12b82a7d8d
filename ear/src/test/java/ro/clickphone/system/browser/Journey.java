package ro.clickphone.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

/**
 * What all journeys share: the running exchange, Debian's Chromium, and for each test a window of its own. A journey
 * makes its customer by {@link ro.clickphone.system.Customer}, signs in and goes on as a person would:
 *
 * <pre>{@code
 * class FaxIT extends Journey {
 *     @Test
 *     void received_fax_is_listed(Exchange exchange) {
 *         Customer customer = Customer.with(exchange, 100);
 *         customer.addUser("fax@probe.example", PASSWORD);
 *         portal.signIn("fax@probe.example", PASSWORD);
 *         …
 * }
 * }</pre>
 */
@ExtendWith(SharedExchange.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Journey {
    protected static final String PASSWORD = "O parolă de probă 2026";

    private static final double PATIENCE_MILLIS = 20_000;

    protected Portal portal;

    private Playwright playwright;
    private Browser browser;
    private Exchange exchange;

    @BeforeAll
    final void openBrowser(Exchange running) {
        exchange = running;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--use-fake-device-for-media-stream",
                                "--use-fake-ui-for-media-stream")));
    }

    @AfterAll
    final void closeBrowser() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    final void openWindow() {
        portal = anotherWindow();
    }

    @AfterEach
    final void closeWindow() {
        portal.close();
    }

    /** A second person's window; the test closes it. */
    protected final Portal anotherWindow() {
        return anotherWindow(exchange.portal());
    }

    /** The same for somebody who sees the portal at another address. */
    protected final Portal anotherWindow(URI address) {
        Portal window = Portal.open(browser, address);
        window.page().setDefaultTimeout(PATIENCE_MILLIS);
        return window;
    }
}
