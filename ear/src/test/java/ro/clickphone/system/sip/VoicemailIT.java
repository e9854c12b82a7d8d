package ro.clickphone.system.sip;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.browser.Journey;

class VoicemailIT extends Journey {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String OWNER = "mailbox@probe.example";
    private static final int VOICE = 600;
    private static final int OWN_VOICE = 800;
    private static final int TWO_SECONDS = 20;

    @Test
    void message_left_for_an_absent_colleague_stands_in_the_portal_and_is_heard_by_telephone(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101);
        customer.addUser(OWNER, PASSWORD);
        portal.signIn(OWNER, PASSWORD);
        assertThat(portal.page().locator("#header-user")).isVisible();
        portal.visit("voicemail/voicemail.xhtml");
        portal.photograph("voicemail-none");
        portal.page().locator("[data-box='101'] input[type=checkbox]").check();
        portal.button("Salvează").click();
        assertThat(portal.page().locator("[data-box='101'] .slot").first()).isVisible();

        try (Phone caller = Phone.registered(exchange, customer, 100, VOICE)) {
            caller.dial("101");
            AfterTheBeep.speak(caller, exchange);
            caller.hangUp();
        }
        Locator message = portal.page().locator("[data-message]");
        await("the message in the portal").atMost(PATIENCE).until(() -> {
            portal.visit("voicemail/voicemail.xhtml");
            return message.count() == 1;
        });
        assertThat(message).containsText("100");
        portal.photograph("voicemail-one");

        try (Phone owner = Phone.registered(exchange, customer, 101, OWN_VOICE)) {
            owner.dial("*97");
            await("the caller's voice").atMost(PATIENCE).untilAsserted(() -> assertThat(
                            owner.heard().tenthsOf(VOICE))
                    .isGreaterThan(TWO_SECONDS));
            owner.hangUp();
        }
        assertThat(portal.troubles()).isEmpty();
    }
}
