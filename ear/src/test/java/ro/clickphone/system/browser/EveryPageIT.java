package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.clickphone.system.Exchange;

/** Whatever the sidebar offers opens, without an error inside, and fits a telephone. */
class EveryPageIT extends Journey {
    @ParameterizedTest
    @CsvSource({
        "owner, office@ionescu.example",
        "operator, operator@clickphone.example",
        "finance, finance@clickphone.example"
    })
    void each_entry_of_the_sidebar_opens_at_a_desk_and_on_a_telephone(String who, String email, Exchange exchange) {
        portal.signIn(email, exchange.demoPasswords().of(email));
        List<String> pages = pagesOfTheSidebar();
        assertThat(pages).hasSizeGreaterThan(2);
        for (String page : pages) {
            portal.visit(page.substring(1));
            assertThat(portal.page().locator("h1").first()).isVisible();
            portal.photograph("page-" + who + page.replaceAll("\\.xhtml.*|[^A-Za-z]+", "-"));
            assertThat(portal.sticksOut()).as("what sticks out of %s", page).isEmpty();
            assertThat(portal.troubles()).as("troubles on %s", page).isEmpty();
        }
    }

    @SuppressWarnings("unchecked") // an array of strings, made two lines below
    private List<String> pagesOfTheSidebar() {
        assertThat(portal.page().locator("nav a[href]").first()).isAttached();
        return (List<String>) portal.page().evaluate("""
                () => [...new Set([...document.querySelectorAll('nav a[href]')]
                    .map(a => new URL(a.href)).filter(u => u.origin === location.origin)
                    .map(u => u.pathname))]
                """);
    }
}
