package ro.clickphone.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * One person's browser window on the portal, with a session of its own. It remembers what went wrong inside: errors of
 * scripts, and answers of the server from 400 on.
 */
public final class Portal implements AutoCloseable {
    /** Widths at which pages are looked at: a desk and a telephone. */
    private static final int DESK = 1440;

    private static final int TELEPHONE = 390;
    private static final Path SCREENSHOTS = Path.of(System.getProperty("pbx.scratch"), "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final URI portal;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private Portal(BrowserContext context, URI portal) {
        this.context = context;
        this.portal = portal;
        this.page = context.newPage();
        page.onPageError(error -> troubles.add("script: " + error));
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                troubles.add(answer.status() + " " + answer.url());
            }
        });
    }

    static Portal open(Browser browser, URI portal) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(DESK, 900)
                .setLocale("ro-RO")
                .setReducedMotion(ReducedMotion.REDUCE);
        return new Portal(browser.newContext(options), portal);
    }

    public Page page() {
        return page;
    }

    /** @param path as under the portal's address: {@code extension/extensions.xhtml} */
    public void visit(String path) {
        page.navigate(portal.resolve(path).toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    }

    /** @param path as in {@link #visit} */
    public String address(String path) {
        return portal.resolve(path).toString();
    }

    public void signIn(String email, String password) {
        visit("signin/signIn.xhtml");
        page.getByLabel("Adresa de e-mail").fill(email);
        page.getByLabel("Parola").fill(password);
        button("Intră").click();
    }

    /** A button by its words, all of them; an icon is not one of them. */
    public Locator button(String words) {
        String literally = words.replaceAll("([.?*+()])", "\\\\$1");
        return page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + literally + "\\s*$")));
    }

    /**
     * Keeps a picture of the whole page at both widths, for a person to look at: {@code target/screenshots}. Only when one
     * wants to, {@code ./test -Dpbx.photographs}: a tenth of the time of these tests.
     */
    public void photograph(String name) {
        if (System.getProperty("pbx.photographs") == null) {
            return;
        }
        for (int width : List.of(DESK, TELEPHONE)) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
        }
        page.setViewportSize(DESK, 900);
    }

    /** What sticks out of a telephone's window to the right, by its tag and class; the person would have to scroll sideways. */
    public String sticksOut() {
        page.setViewportSize(TELEPHONE, 900);
        Object culprits = page.evaluate("""
                () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? '' :
                  [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                    .map(e => e.tagName + '#' + e.id + '.' + e.className).slice(0, 8).join(' ')
                """);
        page.setViewportSize(DESK, 900);
        return String.valueOf(culprits);
    }

    /** Errors of scripts and of the server since the window was opened. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        context.close();
    }
}
