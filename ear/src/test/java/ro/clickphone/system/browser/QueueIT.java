package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

/** The manual's step 3: who takes the calls, and in which order (items 97 to 102). */
class QueueIT extends Journey {
    @BeforeEach
    void openQueue(Exchange exchange) {
        Customer customer = Customer.with(exchange, 100, 101, 102);
        String email = "queue" + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        portal.signIn(email, PASSWORD);
        assertThat(portal.page().locator("#header-user")).hasText(Long.toString(customer.id()));
        portal.visit("queue/queue.xhtml");
        for (int extension : new int[] {100, 101, 102}) {
            portal.page()
                    .locator("#available [aria-label$=' " + extension + "']")
                    .click();
            assertThat(agents().last()).containsText(Integer.toString(extension));
        }
    }

    @Test
    void order_by_keyboard_is_kept() {
        portal.page().locator("[title='Mută mai sus extensia 102']").focus();
        portal.page().keyboard().press("Enter");
        assertThat(agents().nth(1)).containsText("102");
        assertThat(portal.page().locator("[title='Mută mai sus extensia 102']")).isFocused();
        saveAndComeBack();
        assertThat(agents().nth(0)).containsText("100");
        assertThat(agents().nth(1)).containsText("102");
        assertThat(agents().nth(2)).containsText("101");
        portal.photograph("queue");
        assertThat(portal.sticksOut()).isEmpty();
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void order_by_dragging_is_kept() {
        agents().nth(2).dragTo(agents().nth(0));
        assertThat(agents().nth(0)).containsText("102");
        saveAndComeBack();
        assertThat(agents().nth(0)).containsText("102");
        assertThat(agents().nth(2)).containsText("101");
    }

    @Test
    void all_eight_strategies_are_explained_item_101() {
        String help = portal.page().locator("[id$='help-strategy']").textContent();
        assertThat(help)
                .contains("ringall:", "linear:", "leastrecent:", "fewestcalls:", "random:", "rrmemory:", "rrordered:")
                .contains("wrandom:");
    }

    @Test
    void agent_takes_a_break_from_the_portal() {
        saveAndComeBack();
        agents().nth(0).locator("[title^='Pune în pauză']").click();
        assertThat(agents().nth(0).locator(".chip")).isVisible();
    }

    private void saveAndComeBack() {
        portal.button("Actualizează").click();
        assertThat(portal.page().locator("#notices_container")).not().isEmpty();
        portal.visit("queue/queue.xhtml");
    }

    private Locator agents() {
        return portal.page().locator("#agents > li");
    }
}
