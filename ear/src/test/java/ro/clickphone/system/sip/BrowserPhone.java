package ro.clickphone.system.sip;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

/** A telephone in a page of Chromium; it says one tone, and tells which one it hears. */
final class BrowserPhone implements Telephone {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Between the lines of its analyser. */
    private static final int NEAR = 15;

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    private BrowserPhone(Playwright playwright, Browser browser, Page page) {
        this.playwright = playwright;
        this.browser = browser;
        this.page = page;
    }

    static BrowserPhone registered(Exchange exchange, Customer customer, int extension, int hertz) {
        return registered(exchange.webSocket(), exchange, customer, extension, hertz);
    }

    /** Over a secure WebSocket; that the exchange's certificate is nobody's does not disturb it. */
    static BrowserPhone registeredOverTls(Exchange exchange, Customer customer, int extension, int hertz) {
        return registered(exchange.secureWebSocket(), exchange, customer, extension, hertz);
    }

    private static BrowserPhone registered(
            String webSocket, Exchange exchange, Customer customer, int extension, int hertz) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--ignore-certificate-errors",
                                "--disable-background-networking",
                                "--use-fake-device-for-media-stream",
                                "--use-fake-ui-for-media-stream",
                                "--allow-loopback-in-peer-connection",
                                "--autoplay-policy=no-user-gesture-required")));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.navigate(exchange.portal().resolve("signin/signIn.xhtml").toString());
        page.evaluate(script());
        BrowserPhone phone = new BrowserPhone(playwright, browser, page);
        Object answer = page.evaluate(
                "p => phone.register(p[0], p[1], p[2], p[3])",
                List.of(webSocket, customer.sipUser(extension), customer.sipPassword(extension), hertz));
        if (!"SIP/2.0 200 OK".equals(answer)) {
            phone.close();
            throw new AssertionError("the page's phone was not registered: " + answer);
        }
        return phone;
    }

    private static String script() {
        try (InputStream in = BrowserPhone.class.getResourceAsStream("browser-phone.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dials; {@link #awaitTalk} follows. */
    @Override
    public void dial(String number) {
        page.evaluate(
                "number => { phone.call(number).then(a => phone.state.log.push(a)).catch(e => phone.state.failed = String(e)) }",
                number);
    }

    void answer() {
        await("a call for the page").atMost(PATIENCE).until(() -> is("phone.state.incoming !== null"));
        page.evaluate("() => phone.answer()");
    }

    @Override
    public void awaitTalk() {
        await("the page's talk").atMost(PATIENCE).until(() -> {
            if (!failed().isEmpty()) {
                throw new AssertionError(failed());
            }
            return is("phone.state.talking");
        });
    }

    @Override
    public void hangUp() {
        page.evaluate("() => phone.hangUp()");
    }

    /** Offers anew in its talk. @return the answer's first line */
    String offersAnew(String direction) {
        return String.valueOf(page.evaluate("direction => phone.again(direction, false)", direction));
    }

    /** Looks for all its ways again, by new ports, as after a change of networks. @return the answer's first line */
    String restartsIce() {
        return String.valueOf(page.evaluate("() => phone.again('sendrecv', true)"));
    }

    /** By which its audio leaves now; 0 while there is no way. */
    int port() {
        return ((Number) page.evaluate("() => phone.port()")).intValue();
    }

    @Override
    public void takeUp() {
        answer();
    }

    @Override
    public void awaitEnd() {
        await("the page's end").atMost(PATIENCE).until(this::hasEnded);
    }

    @Override
    public void forget() {
        page.evaluate("() => Object.assign(phone.state, {incoming: null, talking: false, ended: false, failed: ''})");
    }

    @Override
    public boolean hears(int hertz) {
        return Math.abs(hears() - hertz) <= NEAR;
    }

    boolean hasEnded() {
        return is("phone.state.ended");
    }

    /** In Hz, to the next line of its analyser. */
    int hears() {
        return ((Number) page.evaluate("() => phone.hears()")).intValue();
    }

    /** Codec and cipher, as the browser tells them. */
    String codec() {
        return String.valueOf(page.evaluate("() => phone.codec()"));
    }

    /** What happened, for the reader of a failure. */
    String log() {
        return String.valueOf(page.evaluate("() => phone.state.log.join(', ')"));
    }

    /** What went wrong inside the page; empty when nothing did. */
    String failed() {
        return String.valueOf(page.evaluate("() => phone.state.failed"));
    }

    private boolean is(String condition) {
        return Boolean.TRUE.equals(page.evaluate("() => " + condition));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
