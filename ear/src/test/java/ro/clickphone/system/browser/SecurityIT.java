package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.Mailbox;
import ro.clickphone.system.OperatorApi;

class SecurityIT extends Journey {
    private static final String OTHER_PASSWORD = "Barza zboară peste Bărăgan 17";

    private Customer customer;
    private String email;
    private Mailbox mailbox;

    @BeforeEach
    void owner(Exchange exchange) {
        customer = Customer.with(exchange, 100);
        email = "safe" + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        mailbox = new Mailbox(customer.api(), email);
    }

    @Test
    void person_with_an_authenticator_app_is_asked_for_its_code_and_comes_in_by_a_recovery_code_once() {
        enter(portal);
        List<String> recoveryCodes = turnOnSecondFactor();
        assertThat(recoveryCodes).hasSize(10).doesNotHaveDuplicates();
        portal.photograph("second-factor-on");
        signOut();

        portal.signIn(email, PASSWORD);
        assertThat(portal.page().locator("#second\\:code")).isVisible();
        portal.photograph("signin-code");
        passwordAloneOpensNothing();
        giveCode("000000");
        assertThat(portal.page().locator("#second\\:problem")).containsText("Codul nu este corect");
        giveCode(recoveryCodes.get(0));
        assertThat(header()).hasText(Long.toString(customer.id()));
        signOut();

        portal.signIn(email, PASSWORD);
        giveCode(recoveryCodes.get(0));
        assertThat(portal.page().locator("#second\\:problem")).containsText("Codul nu este corect");
        giveCode(recoveryCodes.get(1));
        assertThat(header()).hasText(Long.toString(customer.id()));
        portal.visit("profile/security.xhtml");
        assertThat(portal.page().getByText("Coduri de rezervă rămase: 8")).isVisible();
    }

    private void passwordAloneOpensNothing() {
        portal.visit("extension/extensions.xhtml");
        assertThat(portal.page()).hasURL(Pattern.compile(".*/signin/signIn.*"));
    }

    @Test
    void code_of_the_app_opens_and_the_same_code_never_again() {
        enter(portal);
        OneTimeCode app = secondFactor();
        String used = app.next();
        signOut();

        portal.signIn(email, PASSWORD);
        giveCode(used);
        assertThat(header()).hasText(Long.toString(customer.id()));
        signOut();

        portal.signIn(email, PASSWORD);
        giveCode(used);
        assertThat(portal.page().locator("#second\\:problem")).containsText("Codul nu este corect");
    }

    @Test
    void session_ended_from_elsewhere_is_over_at_its_next_click() {
        enter(portal);
        try (Portal other = anotherWindow()) {
            enter(other);
            portal.visit("profile/security.xhtml");
            assertThat(portal.page().locator("#sessions li")).hasCount(2);
            portal.photograph("sessions");
            portal.page().locator("#sessions [title='Încheie sesiunea']").click();
            assertThat(portal.page().locator("#sessions li")).hasCount(1);
            other.visit("extension/extensions.xhtml");
            assertThat(other.page()).hasURL(Pattern.compile(".*/signin/signIn.*why=expired.*"));
        }
        portal.visit("extension/extensions.xhtml");
        assertThat(header()).hasText(Long.toString(customer.id()));
        assertThat(portal.sticksOut()).isEmpty();
    }

    @Test
    void forgotten_password_is_chosen_anew_by_a_link_that_works_once_and_ends_all_sessions(Exchange exchange) {
        try (Portal other = anotherWindow()) {
            enter(other);
            portal.visit("signin/signIn.xhtml");
            portal.page().getByText("Ai uitat parola?").click();
            portal.page().locator("#forgotten\\:email").fill(email);
            portal.page().locator("#forgotten\\:go").click();
            assertThat(portal.page().locator("#sent")).isVisible();
            portal.photograph("forgotten");
            String token = mailbox.find("account.reset", "token=([A-Za-z0-9_-]+)");

            portal.visit("signin/newPassword.xhtml?token=" + token);
            choosePassword("parola123456");
            assertThat(portal.page().locator("#chosen\\:problem")).isVisible();
            choosePassword(OTHER_PASSWORD);
            assertThat(portal.page().locator("#done")).isVisible();
            portal.photograph("new-password");
            other.visit("extension/extensions.xhtml");
            assertThat(other.page()).hasURL(Pattern.compile(".*/signin/signIn.*"));

            portal.visit("signin/newPassword.xhtml?token=" + token);
            choosePassword("Alta parolă lungă, de trei ori");
            assertThat(portal.page().locator("#chosen\\:problem")).isVisible();
        }
        portal.signIn(email, PASSWORD);
        assertThat(portal.page().locator("#signin\\:problem")).isVisible();
        portal.signIn(email, OTHER_PASSWORD);
        assertThat(header()).hasText(Long.toString(customer.id()));
        assertThat(mailbox.newest("account.passwordChanged")).contains("127.0.0.1");
        assertThat(exchange.log()).exists();
    }

    @Test
    void forgotten_password_of_nobody_is_answered_in_the_same_words() {
        portal.visit("signin/forgotten.xhtml");
        portal.page().locator("#forgotten\\:email").fill("nobody" + customer.id() + "@probe.example");
        portal.page().locator("#forgotten\\:go").click();
        assertThat(portal.page().locator("#sent")).isVisible();
    }

    @Test
    void new_session_id_at_the_sign_in() {
        portal.visit("signin/signIn.xhtml");
        String before = sessionCookie();
        portal.signIn(email, PASSWORD);
        assertThat(header()).hasText(Long.toString(customer.id()));
        assertThat(sessionCookie()).isNotEqualTo(before);
    }

    @Test
    void key_of_the_api_is_shown_once_opens_its_scope_and_nothing_when_revoked(Exchange exchange) {
        enter(portal);
        portal.visit("account/apiKeys.xhtml");
        portal.page().locator("#key\\:name").fill("CRM");
        portal.page().locator("#key\\:days").fill("30");
        portal.page().locator("#key\\:go").click();
        String key = portal.page().locator("#made strong").innerText().strip();
        portal.photograph("api-key");
        OperatorApi program = exchange.api(key);
        assertThat(program.send("GET", customer.path("extensions"), Optional.empty())
                        .status())
                .isEqualTo(200);
        assertThat(program.send("POST", customer.path("extensions"), Optional.of(Map.of("number", 109, "name", "Nou")))
                        .status())
                .isEqualTo(403);

        portal.visit("account/apiKeys.xhtml");
        assertThat(portal.page().locator("#made")).hasCount(0);
        portal.page().locator("[title='Revocă CRM']").click();
        assertThat(portal.page().locator("#keys li")).hasCount(0);
        assertThat(program.send("GET", customer.path("extensions"), Optional.empty())
                        .status())
                .isEqualTo(401);
    }

    private void enter(Portal window) {
        window.signIn(email, PASSWORD);
        assertThat(window.page().locator("#header-user")).hasText(Long.toString(customer.id()));
    }

    private Locator header() {
        return portal.page().locator("#header-user");
    }

    private void signOut() {
        portal.page().locator("#session\\:sign-out").click();
        assertThat(portal.page()).hasURL(Pattern.compile(".*/signin/signIn.*"));
    }

    private OneTimeCode secondFactor() {
        portal.visit("profile/security.xhtml");
        portal.page().locator("#factor\\:password").fill(PASSWORD);
        portal.page().locator("#factor\\:begin").click();
        OneTimeCode app =
                new OneTimeCode(portal.page().locator("#secret").innerText().strip());
        portal.photograph("second-factor-begin");
        portal.page().locator("#proof\\:code").fill(app.now());
        portal.page().locator("#proof\\:confirm").click();
        assertThat(portal.page().locator("#codes")).isVisible();
        return app;
    }

    private List<String> turnOnSecondFactor() {
        secondFactor();
        return portal.page().locator("#codes li").allInnerTexts();
    }

    private void giveCode(String code) {
        portal.page().locator("#second\\:code").fill(code);
        portal.page().locator("#second\\:prove").click();
    }

    private void choosePassword(String password) {
        portal.page().locator("#chosen\\:password").fill(password);
        portal.page().locator("#chosen\\:go").click();
    }

    private String sessionCookie() {
        return portal.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }
}
