package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

class SignInIT extends Journey {
    @Test
    void person_signs_in_sees_the_own_number_and_signs_out(Exchange exchange) {
        Customer demo = Customer.demo(exchange);
        portal.signIn("office@ionescu.example", exchange.demoPasswords().of("office@ionescu.example"));
        assertThat(portal.page().locator("#header-user")).hasText("53630");
        assertThat(portal.page().locator("#header-number")).hasText("0310050562");
        portal.photograph("start");
        portal.page().locator("#session\\:sign-out").click();
        assertThat(portal.page()).hasURL(Pattern.compile(".*/signin/signIn.*"));
        portal.visit("extension/extensions.xhtml");
        assertThat(portal.page()).hasURL(Pattern.compile(".*/signin/signIn.*"));
        assertThat(demo.id()).isEqualTo(53630);
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void wrong_password_and_unknown_person_are_told_the_same() {
        portal.signIn("office@ionescu.example", "not the password");
        String wrongPassword = problem();
        portal.signIn("nobody@ionescu.example", "not the password");
        assertThat(problem()).isEqualTo(wrongPassword).isNotBlank();
    }

    @Test
    void portal_speaks_english_as_well_and_remembers_it(Exchange exchange) {
        portal.visit("signin/signIn.xhtml");
        portal.photograph("signin-ro");
        portal.page().locator("#language\\:other").click();
        assertThat(portal.page().locator("h1")).hasText("Sign in");
        portal.visit("signin/signIn.xhtml");
        assertThat(portal.page().locator("h1")).hasText("Sign in");
        portal.photograph("signin-en");
        assertThat(exchange.portal().getPort()).isPositive();
    }

    private String problem() {
        return portal.page().locator("#signin\\:problem").innerText();
    }
}
