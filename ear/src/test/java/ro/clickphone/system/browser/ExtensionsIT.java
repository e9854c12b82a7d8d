package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

class ExtensionsIT extends Journey {
    private Customer customer;

    @BeforeEach
    void openExtensions(Exchange exchange) {
        customer = Customer.with(exchange, 100, 101);
        String email = "owner" + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        portal.signIn(email, PASSWORD);
        assertThat(portal.page().locator("#header-user")).hasText(Long.toString(customer.id()));
        portal.visit("extension/extensions.xhtml");
    }

    @Test
    void new_extension_shows_its_password_once_with_all_eight_facts() {
        portal.page().locator("#add\\:number").selectOption("102");
        portal.page().locator("#add\\:name").fill("Vânzări");
        portal.button("Adaugă").click();
        assertThat(fact("username")).hasText(customer.sipUser(102));
        assertThat(portal.page().locator("#sip > div")).hasCount(8);
        assertThat(portal.page().locator("#password-once")).isVisible();
        portal.photograph("extension-added");
        portal.visit("extension/extensions.xhtml");
        options(102).click();
        assertThat(fact("username")).hasText(customer.sipUser(102));
        assertThat(portal.page().locator("#password-once")).hasCount(0);
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void renamed_extension_has_its_new_name_in_the_list() {
        options(101).click();
        portal.page().locator("#rename\\:name").fill("Recepție");
        portal.button("Schimbă numele").click();
        assertThat(row(101)).containsText("Recepție");
    }

    @Test
    void name_that_another_extension_has_is_refused_beside_the_field() {
        options(101).click();
        portal.page().locator("#rename\\:name").fill("Ext100");
        portal.button("Schimbă numele").click();
        assertThat(portal.page().locator("#rename")).containsText("Există deja o extensie cu numele Ext100");
        assertThat(row(101)).containsText("Ext101");
    }

    @Test
    void deleted_extension_is_gone_after_one_more_question() {
        options(101).click();
        portal.page().locator("#delete").click();
        portal.page()
                .locator("#ask-delete\\:confirmDelete")
                .getByText("Șterge extensia")
                .click();
        assertThat(row(101)).hasCount(0);
        assertThat(customer.api().get(customer.path("extensions")).toString()).doesNotContain("Ext101");
    }

    @Test
    void forward_is_set_switched_off_and_remembered() {
        options(100).click();
        Locator always = portal.page().locator("#forward-ALWAYS");
        always.locator("[id$=':target']").fill("101");
        always.getByText("Salvează").click();
        assertThat(row(100)).containsText("101");
        portal.photograph("extension-forward");
        always.getByText("Dezactivează").click();
        assertThat(always).containsText("Dezactivată, numărul este păstrat");
        assertThat(customer.api().get(customer.path("extensions/100")).toString())
                .contains("\"always\":{\"active\":false,\"target\":\"101\"}");
    }

    @Test
    void telephone_sees_the_page_without_scrolling_sideways() {
        options(100).click();
        assertThat(portal.page().locator("#options")).isVisible();
        portal.photograph("extensions");
        assertThat(portal.sticksOut()).isEmpty();
    }

    private Locator row(int extension) {
        return portal.page()
                .locator("#list\\:table tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(portal.page()
                                .getByText(Integer.toString(extension))
                                .first()));
    }

    private Locator options(int extension) {
        return portal.page().locator("[title='Opțiuni pentru extensia " + extension + "']");
    }

    private Locator fact(String key) {
        return portal.page().locator("#fact-" + key);
    }
}
