package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

/** The messages of a customer: recorded, uploaded, read out, listened to, taken back (manual, items 81 to 83). */
class MessagesIT extends Journey {
    private Customer customer;

    @BeforeEach
    void openMessages(Exchange exchange) {
        customer = Customer.with(exchange, 100);
        signIn(portal, "owner");
        portal.visit("prompt/messages.xhtml");
    }

    @Test
    void uploaded_message_is_listened_to_and_heard_by_callers_only_when_accepted() {
        portal.photograph("messages-empty");
        record("Mesaj în afara orelor de program");
        assertThat(portal.page().locator("#code")).hasText("**500");
        portal.photograph("message-phone");
        portal.button("Fișier").click();
        upload("salut.wav", "text that is no sound".getBytes(StandardCharsets.UTF_8));
        assertThat(portal.page().locator("#upload-trouble")).containsText("WAV sau un MP3");
        upload("salut.wav", Sounds.tone(700, 3));
        Locator made = portal.page().locator("#message\\:made");
        assertThat(made).containsText("0:03");
        assertThat(made).containsText("Apelanții nu îl aud încă");
        assertThat(messages()).isEqualTo("[]");
        assertThat(status(made.locator("audio").getAttribute("src"))).isEqualTo("audio/wav");
        portal.photograph("message-made");
        portal.button("Am terminat de înregistrat mesajul").click();
        assertThat(slot("Mesaj în afara orelor de program")).containsText("0:03");
        assertThat(messages()).contains("\"slot\":\"CLOSED\"");
        portal.photograph("messages-filled");
        assertThat(portal.sticksOut()).isEmpty();
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void text_is_read_out() {
        record("Mesaj de întâmpinare (coada de așteptare)");
        portal.button("Text citit").click();
        portal.page().locator("#message\\:text").fill("Bună ziua, vă mulțumim că ne-ați sunat.");
        portal.button("Citește textul").click();
        assertThat(portal.page().locator("#message\\:made")).containsText("text citit");
        portal.photograph("message-text");
        portal.button("Am terminat de înregistrat mesajul").click();
        assertThat(slot("Mesaj de întâmpinare (coada de așteptare)")).containsText("text citit");
    }

    @Test
    void second_person_is_told_who_has_the_message_open_and_may_take_it() {
        record("Mesaj în afara orelor de program");
        try (Portal other = anotherWindow()) {
            signIn(other, "other");
            other.visit("prompt/messages.xhtml");
            other.page()
                    .locator("[aria-label='Înregistrează mesaj: Mesaj în afara orelor de program']")
                    .click();
            Locator taken = other.page().locator("#message\\:state");
            assertThat(taken).containsText("owner" + customer.id());
            other.button("Preia înregistrarea").click();
            assertThat(other.page().locator("#code")).isVisible();
        }
        assertThat(portal.page().locator("#message\\:state")).containsText("other" + customer.id());
    }

    @Test
    void microphone_of_the_browser_makes_a_draft() {
        record("Mesaj în afara orelor de program");
        portal.button("Din browser").click();
        Locator microphone = portal.page().locator("#microphone");
        microphone.click();
        assertThat(microphone).containsText(Pattern.compile("Oprește înregistrarea 0:0[2-9]"));
        microphone.click();
        assertThat(portal.page().locator("#message\\:made")).containsText("din browser");
    }

    private void signIn(Portal window, String name) {
        String email = name + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        window.signIn(email, PASSWORD);
        assertThat(window.page().locator("#header-user")).hasText(Long.toString(customer.id()));
    }

    private void record(String slot) {
        portal.page()
                .locator("[aria-label='Înregistrează mesaj: " + slot + "']")
                .click();
        assertThat(portal.page().locator("#slot-name")).hasText(slot);
    }

    private Locator slot(String name) {
        return portal.page().locator(".slots > li").filter(new Locator.FilterOptions().setHasText(name));
    }

    private void upload(String name, byte[] content) {
        portal.page().locator("#upload").setInputFiles(new FilePayload(name, "audio/wav", content));
    }

    private String status(String path) {
        return String.valueOf(
                portal.page().evaluate("async path => (await fetch(path)).headers.get('Content-Type')", path));
    }

    private String messages() {
        return customer.api().get(customer.path("prompts")).toString();
    }
}
