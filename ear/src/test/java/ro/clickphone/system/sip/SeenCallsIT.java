package ro.clickphone.system.sip;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.browser.Journey;

/** What the operator and the customer see on their pages while real telephones talk. */
class SeenCallsIT extends Journey {
    private static final String OPERATOR = "operator@clickphone.example";
    private static final int LOW = 600;
    private static final int HIGH = 1000;
    private static final int PCAP = 0xA1B2C3D4;

    private void enter(String who, String password) {
        portal.signIn(who, password);
        assertThat(portal.page().locator("#header-user")).isVisible();
    }

    @Test
    void operator_sees_a_talk_then_its_ladder_and_takes_that_along(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        enter(OPERATOR, exchange.demoPasswords().of(OPERATOR));
        try (Phone caller = Phone.registered(exchange, customer, 100, LOW);
                Phone called = Phone.registered(exchange, customer, 101, HIGH)) {
            caller.dial("101");
            called.takeUp();
            Talk.bothHear(caller, called);
            portal.visit("operator/liveCalls.xhtml");
            Locator row = row("#live\\:table", customer.sipUser(101));
            assertThat(row).containsText(customer.sipUser(100));
            assertThat(row).containsText("PCMA");
            look("seen-live");
            row.locator("button").click();
            caller.awaitEnd();
            called.awaitEnd();
        }
        portal.visit("operator/ladder.xhtml?text=" + customer.sipUser(100));
        row("#calls", customer.sipUser(100)).locator("a").first().click();
        Locator messages = portal.page().locator("#messages li");
        assertThat(messages.filter(having("INVITE sip:")))
                .hasCount(3); // without a proof, with it, and to the called one
        assertThat(messages.filter(having("BYE sip:"))).hasCount(2);
        messages.first().locator("summary").click();
        look("seen-ladder");
        byte[] file = portal.page()
                .request()
                .get(portal.page()
                        .locator("#pcap")
                        .getAttribute("href")
                        .replaceFirst("^/", exchange.portal().toString()))
                .body();
        assertThat(ByteBuffer.wrap(file).getInt()).isEqualTo(PCAP);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("INVITE sip:", "BYE sip:");
    }

    @Test
    void who_speaks_in_a_conference_is_seen(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        customer.addUser("conference" + customer.id() + "@probe.example", PASSWORD);
        enter("conference" + customer.id() + "@probe.example", PASSWORD);
        try (Phone one = Phone.registered(exchange, customer, 100, LOW);
                Phone other = Phone.registered(exchange, customer, 101, HIGH);
                var operators = anotherWindow()) {
            one.dial("*601");
            one.awaitTalk();
            other.dial("*601");
            other.awaitTalk();
            portal.visit("conference/conferences.xhtml");
            assertThat(portal.page().locator("[data-room='1'] .chip.good")).hasCount(2);
            look("seen-conference");
            operators.signIn(OPERATOR, exchange.demoPasswords().of(OPERATOR));
            assertThat(operators.page().locator("#header-user")).isVisible();
            operators.visit("operator/liveCalls.xhtml");
            assertThat(operators
                            .page()
                            .locator(
                                    "#live\\:table tbody tr",
                                    new Page.LocatorOptions().setHasText(customer.sipUser(100)))
                            .locator(".chip.good"))
                    .hasText("este auzit acum");
            other.press("*"); // closes its microphone
            assertThat(operators
                            .page()
                            .locator(
                                    "#live\\:table tbody tr",
                                    new Page.LocatorOptions().setHasText(customer.sipUser(101)))
                            .locator(".chip.good"))
                    .hasCount(0);
            operators.photograph("seen-speakers");
        }
    }

    private Locator row(String table, String text) {
        return portal.page().locator(table + " tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void look(String name) {
        portal.photograph(name);
        assertThat(portal.sticksOut()).isEmpty();
        assertThat(portal.troubles()).isEmpty();
    }
}
