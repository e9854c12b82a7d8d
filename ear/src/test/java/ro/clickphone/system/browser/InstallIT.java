package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

/** The owner makes a link, the employee installs the own extension with it (manual, items 74 to 79). */
class InstallIT extends Journey {
    private Customer customer;

    @BeforeEach
    void openExtension(Exchange exchange) {
        customer = Customer.with(exchange, 100);
        String email = "install" + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        portal.signIn(email, PASSWORD);
        assertThat(portal.page().locator("#header-user")).hasText(Long.toString(customer.id()));
        portal.visit("extension/extensions.xhtml?number=100");
    }

    @Test
    void employee_installs_the_extension_once_without_signing_in() {
        portal.button("Creează un link de instalare").click();
        String token = portal.page().locator("#fact-install").textContent().replaceFirst(".*token=", "");
        portal.photograph("install-link");
        try (Portal employee = anotherWindow()) {
            employee.visit("install/install.xhtml?token=" + token);
            employee.button("Instalează extensia").click();
            assertThat(employee.page().locator("#fact-username")).hasText(customer.sipUser(100));
            assertThat(employee.page().locator("#fact-password")).not().isEmpty();
            employee.photograph("installed");
            assertThat(employee.sticksOut()).isEmpty();
            employee.visit("install/install.xhtml?token=" + token);
            assertThat(employee.page().locator("#void")).isVisible();
            assertThat(employee.troubles()).isEmpty();
        }
    }

    @Test
    void quiet_is_switched_on_and_off() {
        portal.page().locator("#quiet\\:on").check();
        assertThat(portal.page().locator("#notices_container")).containsText("nu mai este deranjată");
        portal.visit("extension/extensions.xhtml?number=100");
        assertThat(portal.page().locator("#quiet\\:on")).isChecked();
    }
}
