package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

/** The manual's step 4 as it is told there (items 104 to 137). */
class MenusIT extends Journey {
    private static final Map<String, Object> QUEUE = Map.of("key", "2", "action", "QUEUE");

    private Customer customer;

    @BeforeEach
    void openMenus(Exchange exchange) {
        customer = Customer.with(exchange, 100, 101, 102, 103);
        customer.api().put(customer.path("queue"), Map.of("agents", List.of(100), "strategy", "LINEAR"));
        signIn(portal, "owner");
        portal.visit("ivr/menus.xhtml");
    }

    @Test
    void manuals_example_is_set_up_step_by_step_and_applied_by_the_red_band() {
        portal.photograph("ivr-none");
        manualsExample();
        assertThat(line(0, "1")).containsText("mergi la submeniul 1");
        assertThat(line(0, "3")).containsText("transfer către fax");
        assertThat(line(0, "i")).containsText("mergi la meniul principal (dacă se apasă o tastă greșit)");
        assertThat(line(1, "1")).containsText("transfer către extensia 101");
        assertThat(line(1, "2")).containsText("transfer către coada de așteptare");
        assertThat(line(2, "t")).containsText("mergi la submeniul 2 (dacă nu se apasă nimic)");
        portal.photograph("ivr-adding");
        portal.button("Am terminat").click();
        assertThat(portal.page().locator("#line-title")).hasCount(0);
        portal.photograph("ivr-finished");
        assertThat(live()).isEqualTo("[]");
        portal.page().locator("#ivr\\:apply").click();
        assertThat(portal.page().locator("#ivr\\:apply")).hasCount(0);
        assertThat(live())
                .contains("\"action\":\"EXTENSIONS\",\"extensions\":[101],\"key\":\"1\"")
                .contains("\"action\":\"FAX\"");
        portal.photograph("ivr-applied");
        assertThat(portal.sticksOut()).isEmpty();
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void line_is_edited_several_extensions_ring_and_the_difference_shows_until_it_is_discarded() {
        manualsExampleIsLive();
        edit("Submeniul 1", "3");
        extension("101");
        portal.button("Salvează").click();
        assertThat(line(1, "3")).containsText("transfer către extensiile 101, 103 (sună concomitent)");
        assertThat(line(1, "3")).containsText("modificat");
        portal.page().locator("[aria-label='Scoate tasta Submeniul 1 2']").click();
        assertThat(portal.page().locator("#ivr\\:gone"))
                .containsText("Submeniul 1, 2: transfer către coada de așteptare");
        portal.photograph("ivr-difference");
        portal.button("Renunță la modificări").first().click();
        portal.page().locator("#discarding\\:yes").click();
        assertThat(portal.page().locator("#ivr\\:apply")).hasCount(0);
        assertThat(line(1, "2")).containsText("coada de așteptare");
    }

    @Test
    void submenu_is_deleted_with_the_keys_that_lead_to_it_and_an_earlier_version_comes_back() {
        manualsExampleIsLive();
        portal.page().locator("[aria-label='Șterge submeniul: Submeniul 2']").click();
        portal.page().locator(".ui-confirmdialog-yes").click();
        assertThat(portal.page().locator("[data-menu='2']")).hasCount(0);
        assertThat(line(0, "2")).hasCount(0);
        portal.page().locator("#ivr\\:apply").click();
        assertThat(portal.page().locator("#versions > li")).hasCount(2);
        portal.button("Revino la aceasta").click();
        assertThat(line(0, "2")).containsText("mergi la submeniul 2");
        assertThat(portal.page().locator("#ivr\\:apply")).isVisible();
    }

    @Test
    void second_of_two_who_edit_is_told_sees_the_others_work_and_loses_nothing() {
        begin();
        try (Portal other = anotherWindow()) {
            signIn(other, "other");
            other.visit("ivr/menus.xhtml");
            add(other, "Meniul principal", "5", "transfer către coadă");
            assertThat(other.page().locator("[data-menu='0'] [data-key='5']")).isVisible();
            add(portal, "Meniul principal", "6", "transferă la fax");
            assertThat(portal.page().locator("#notices_container")).containsText("Altcineva a modificat meniul");
            assertThat(line(0, "5")).isVisible();
            assertThat(portal.page().locator("#ivr\\:key")).hasValue("6");
            portal.button("Adaugă").click();
            assertThat(line(0, "6")).containsText("fax");
        }
    }

    @Test
    void starting_again_asks_first_and_leaves_what_callers_hear() {
        manualsExampleIsLive();
        portal.button("Reconfigurează IVR").click();
        portal.page().locator("#resetting\\:yes").click();
        assertThat(portal.button("Configurează IVR")).isVisible();
        assertThat(live()).contains("Submeniul 2");
    }

    /** Items 124 to 132. */
    private void manualsExample() {
        begin();
        submenu("1");
        submenu("2");
        add(portal, "Meniul principal", "3", "transferă la fax");
        assertThat(line(0, "3")).isVisible();
        ring("Submeniul 1", 1, "1", "101");
        add(portal, "Submeniul 1", "2", "transfer către coadă");
        assertThat(line(1, "2")).isVisible();
        ring("Submeniul 1", 1, "3", "103");
        ring("Submeniul 2", 2, "1", "102");
        add(portal, "Submeniul 2", "2", "transfer către coadă");
        assertThat(line(2, "2")).isVisible();
        ring("Submeniul 2", 2, "3", "103");
    }

    /** The same, made and applied by the API: how it is clicked together is told once. */
    private void manualsExampleIsLive() {
        List<Map<String, Object>> menus = List.of(
                menu(0, "Meniul principal", leadsTo("1", 1), leadsTo("2", 2), Map.of("key", "3", "action", "FAX")),
                menu(1, "Submeniul 1", rings("1", 101), QUEUE, rings("3", 103)),
                menu(2, "Submeniul 2", rings("1", 102), QUEUE, rings("3", 103)));
        customer.api().put(customer.path("menu"), Map.of("revision", 0, "menus", menus));
        customer.api().post(customer.path("menu/apply"), Map.of());
        portal.visit("ivr/menus.xhtml");
        assertThat(line(2, "3")).isVisible();
        assertThat(portal.page().locator("#ivr\\:apply")).hasCount(0);
    }

    @SafeVarargs
    private static Map<String, Object> menu(int number, String name, Map<String, Object>... lines) {
        return Map.of("number", number, "name", name, "lines", List.of(lines));
    }

    private static Map<String, Object> leadsTo(String key, int menu) {
        return Map.of("key", key, "action", "MENU", "menu", menu);
    }

    private static Map<String, Object> rings(String key, int extension) {
        return Map.of("key", key, "action", "EXTENSIONS", "extensions", List.of(extension));
    }

    private void begin() {
        portal.button("Configurează IVR").click();
        recordMessage("Meniu IVR: Meniul principal");
        assertThat(portal.page().locator("[data-menu='0'] audio")).isVisible();
    }

    private void submenu(String key) {
        add(portal, "Meniul principal", key, "creează submeniu");
        recordMessage("Meniu IVR: Submeniul " + key);
        assertThat(portal.page().locator("[data-menu='" + key + "'] audio")).isVisible();
    }

    /** The dialog is that of **500; a file is quicker here than a telephone. */
    private void recordMessage(String slot) {
        assertThat(portal.page().locator("#slot-name")).hasText(slot);
        portal.button("Fișier").click();
        portal.page().locator("#upload").setInputFiles(new FilePayload("m.wav", "audio/wav", Sounds.tone(700, 2)));
        assertThat(portal.page().locator("#message\\:made")).isVisible();
        portal.button("Am terminat de înregistrat mesajul").click();
        assertThat(portal.page().locator("#recorder")).isHidden();
    }

    private void ring(String menu, int number, String key, String extension) {
        choose(portal, menu, key, "transferă la extensie");
        extension(extension);
        portal.button("Adaugă").click();
        settled(portal);
        assertThat(line(number, key)).isVisible();
    }

    private void extension(String number) {
        portal.page()
                .locator("#ivr\\:extensions label")
                .filter(new Locator.FilterOptions().setHasText(number))
                .click();
    }

    private static void add(Portal window, String menu, String key, String does) {
        choose(window, menu, key, does);
        window.button("Adaugă").click();
        settled(window);
    }

    private static void choose(Portal window, String menu, String key, String does) {
        window.page().locator("#ivr\\:context").selectOption(menu);
        settled(window);
        assertThat(window.page().locator("#ivr\\:key option[value='" + key + "']"))
                .hasCount(1);
        window.page().locator("#ivr\\:key").selectOption(key);
        window.page().locator("#ivr\\:does").selectOption(does);
        settled(window);
    }

    /** The page has taken in all answers to what was chosen. */
    private static void settled(Portal window) {
        window.page().waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
    }

    private void edit(String menu, String key) {
        portal.page()
                .locator("[aria-label='Modifică " + menu + " " + key + "']")
                .click();
        assertThat(portal.page().locator("#edited-key")).hasText(key);
    }

    private Locator line(int menu, String key) {
        return portal.page().locator("[data-menu='" + menu + "'] [data-key='" + key + "']");
    }

    private void signIn(Portal window, String name) {
        String email = name + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        window.signIn(email, PASSWORD);
        assertThat(window.page().locator("#header-user")).hasText(Long.toString(customer.id()));
    }

    private String live() {
        return customer.api().get(customer.path("menu/live")).toString();
    }
}
