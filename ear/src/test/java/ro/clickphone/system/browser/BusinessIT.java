package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.Mailbox;

/** What is sold by the month, from the first click to the cancellation; and the operator's price lists. */
class BusinessIT extends Journey {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final String OPERATOR = "operator@clickphone.example";

    @Test
    void a_package_is_bought_once_by_two_clicks_then_made_larger_smaller_cancelled_and_kept(Exchange exchange) {
        Customer customer = signedIn(exchange, "100.00");
        portal.visit("catalogue/business.xhtml");
        portal.photograph("business");

        choose("Hosted PBX 7");
        portal.photograph("business-buying");
        portal.page().locator("#buying\\:confirm").dblclick();
        assertThat(mine("Hosted PBX 7")).containsText("Activ");
        assertThat(portal.page().locator("#mine tbody tr")).hasCount(1);
        assertThat(portal.page().locator("button[title='Cumpără Hosted PBX 3']"))
                .hasCount(0);
        BigDecimal left = new BigDecimal("100.00").subtract(restOfMonth("7.00"));
        assertThat(available(customer)).isEqualByComparingTo(left);

        changeTo("Hosted PBX 10Q", "Începe imediat");
        assertThat(mine("Hosted PBX 10Q")).containsText("Activ");
        left = left.subtract(restOfMonth("9.00"));
        assertThat(available(customer)).isEqualByComparingTo(left);
        changeTo("Hosted PBX 3Q", "Începe la 1 ale lunii viitoare");
        assertThat(mine("Hosted PBX 10Q")).containsText("din luna viitoare: Hosted PBX 3Q");
        assertThat(available(customer)).isEqualByComparingTo(left);

        mine("Hosted PBX 10Q").getByText("Renunță").click();
        assertThat(mine("Hosted PBX 10Q")).containsText("se încheie la sfârșitul lunii");
        portal.photograph("business-cancelled");
        mine("Hosted PBX 10Q").getByText("Păstrează").click();
        assertThat(mine("Hosted PBX 10Q").getByText("Renunță")).isVisible();
        assertThat(portal.sticksOut()).isEmpty();
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void channels_minutes_and_a_number_are_bought(Exchange exchange) {
        signedIn(exchange, "100.00");
        portal.visit("catalogue/business.xhtml");
        choose("Inbound 3");
        portal.page().locator("#buying\\:confirm").click();
        assertThat(notices()).containsText("cumpărați întâi pachetul");

        portal.visit("catalogue/business.xhtml");
        for (String product : new String[] {"Hosted PBX 3", "Inbound 3", "Outbound 1", "100 minute"}) {
            choose(product);
            portal.page().locator("#buying\\:confirm").click();
            assertThat(mine(product)).containsText("Activ");
        }
        choose("Număr suplimentar");
        portal.page().locator("#buying\\:confirm").click();
        assertThat(mine("Număr suplimentar")).containsText("+4031005");
        assertThat(portal.page().locator("#mine tbody tr")).hasCount(5);
        portal.photograph("business-all");
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void too_little_credit_buys_nothing_and_says_so(Exchange exchange) {
        LocalDate today = LocalDate.now(BUCHAREST);
        assumeTrue(today.getDayOfMonth() < today.lengthOfMonth(), "on the last day the rest of a month costs nothing");
        Customer customer = signedIn(exchange, "0.01");
        portal.visit("catalogue/business.xhtml");

        choose("Hosted PBX 50Q");
        assertThat(portal.page().locator("#buying")).containsText("Creditul nu este suficient");
        portal.photograph("business-short");
        portal.page().locator("#buying\\:confirm").click();

        assertThat(notices()).containsText("Creditul nu ajunge");
        assertThat(portal.page().locator("#mine")).containsText("Nu ai încă niciun serviciu");
        assertThat(available(customer)).isEqualByComparingTo("0.01");
    }

    @Test
    void a_price_list_is_uploaded_its_wrong_lines_told_its_changes_shown_and_applied(Exchange exchange) {
        portal.signIn(OPERATOR, exchange.demoPasswords().of(OPERATOR));
        assertThat(portal.page().locator("#header-user")).isVisible();
        String name = "Tarife " + System.nanoTime();
        upload(
                name,
                "prefix;destinație;clasă;preț\n0407;Zero în față;MOBILE;0.01\n407;Mobil;MOBILE;ieftin\n"
                        + "407;Mobil;MOBILE;0.02\n407;Mobil;MOBILE;0.03\n");
        Locator wrong = portal.page().locator("#shown");
        assertThat(wrong).containsText("Linia 2");
        assertThat(wrong).containsText("„0407” nu este un prefix");
        assertThat(wrong).containsText("„ieftin” nu este un preț");
        assertThat(wrong).containsText("prefixul 407 apare și pe linia");
        assertThat(portal.page().locator("#decks")).not().containsText(name);
        portal.photograph("decks-wrong");

        upload(
                name,
                "prefix;destinație;clasă;preț\n407;România mobil;MOBILE;0.0300\n49;Germania;INTERNATIONAL;0.0200\n");
        assertThat(portal.page().locator("#preview-title, #shown h2")).containsText(name);
        assertThat(portal.page().locator("#preview")).containsText("mai ieftine");
        portal.photograph("decks-preview");
        portal.page().locator("#preview\\:apply").click();
        Locator row = portal.page().locator("#decks tbody tr", new Page.LocatorOptions().setHasText(name));
        assertThat(row).containsText("planificată");
        portal.photograph("decks-applied");
        row.getByText("Retrage").click();
        assertThat(notices()).containsText("a fost retrasă");
        assertThat(portal.sticksOut()).isEmpty();
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void a_stranger_becomes_a_customer_with_a_number(Exchange exchange) {
        String email = "nou" + System.nanoTime() + "@probe.example";
        portal.visit("signin/signIn.xhtml");
        portal.page().locator("#signin\\:signUp").click();
        portal.page().locator("#signup\\:company").fill("Firmă Nouă SRL");
        portal.page().locator("#signup\\:name").fill("Ștefan Nou");
        portal.page().locator("#signup\\:email").fill(email);
        portal.photograph("signup");
        portal.page().locator("#signup\\:go").click();
        assertThat(portal.page().locator("#sent")).isVisible();
        String token = new Mailbox(exchange.api(), email).find("signup.confirm", "token=(\\S+)");

        portal.visit("signin/welcome.xhtml?token=" + token);
        portal.page().locator("#chosen\\:password").fill(PASSWORD);
        portal.photograph("signup-welcome");
        portal.page().locator("#chosen\\:go").click();
        assertThat(portal.page().locator("#number")).hasText(Pattern.compile("03100505[78][0-9]"));
        portal.photograph("signup-done");

        portal.signIn(email, PASSWORD);
        assertThat(portal.page().locator("#header-user")).isVisible();
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void a_trunk_is_made_a_wrong_address_told_at_its_field_changed_and_removed(Exchange exchange) {
        portal.signIn(OPERATOR, exchange.demoPasswords().of(OPERATOR));
        assertThat(portal.page().locator("#header-user")).isVisible();
        portal.visit("operator/trunks.xhtml");
        Locator host = portal.page().locator("[id='trunk:machines:0:host']");
        Locator save = portal.page().locator("[id='trunk:save']");
        portal.page().locator("[id='trunk:name']").fill("Probă Telecom");
        portal.page().locator("[id='trunk:sources']").fill("192.0.2.77");
        host.fill("nu e o adresă");
        save.click();
        assertThat(portal.page().locator("#edit")).containsText("Adresa trunchiului nu este corectă.");
        portal.photograph("trunk-refused");
        host.fill("127.0.0.1");
        save.click();
        Locator row = portal.page().locator("#trunks tbody tr", new Page.LocatorOptions().setHasText("Probă Telecom"));
        assertThat(row).containsText("127.0.0.1:5060");
        portal.photograph("trunk-made");

        // where nobody is; first the exchange must have taken the trunk up
        assertThat(row).containsText("Neverificată", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        row.locator("[title^='Probează']").click();
        assertThat(portal.page().locator(".ui-growl-item-container"))
                .containsText(
                        "127.0.0.1:5060 UDP nu a răspuns la OPTIONS",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        portal.photograph("trunk-probed");

        row.locator("[title^='Modifică']").click();
        assertThat(portal.page().locator("#edit-title")).containsText("Modifică trunchiul");
        portal.page().locator("[id='trunk:channels']").fill("7");
        save.click();
        assertThat(row).containsText("0 / 7");

        row.locator("[title^='Șterge']").click();
        portal.page().locator("[id='ask:confirmTrunk-yes']").click();
        assertThat(row).hasCount(0);
        assertThat(portal.sticksOut()).isEmpty();
        assertThat(portal.troubles()).isEmpty();
    }

    /** From the day after tomorrow: the prices of the other tests' calls stay. */
    private void upload(String name, String lines) {
        portal.visit("operator/decks.xhtml");
        portal.page().locator("#import\\:name").fill(name);
        portal.page()
                .locator("#import\\:validFrom")
                .fill(LocalDate.now(BUCHAREST).plusDays(2).toString());
        portal.page()
                .locator("#import input[type=file]")
                .setInputFiles(new FilePayload("tarife.csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8)));
        portal.page().locator("#import\\:check").click();
    }

    private Customer signedIn(Exchange exchange, String euro) {
        Customer customer = Customer.with(exchange, 100);
        customer.api().put(customer.path("wallet/credits/first"), Map.of("amount", new BigDecimal(euro)));
        String email = "business" + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        portal.signIn(email, PASSWORD);
        assertThat(portal.page().locator("#header-user")).hasText(Long.toString(customer.id()));
        return customer;
    }

    private void choose(String product) {
        portal.page().locator("button[title='Cumpără " + product + "']").click();
        assertThat(portal.page().locator("#buying")).containsText(product);
    }

    private void changeTo(String product, String quote) {
        portal.page().locator("#mine").getByText("Schimbă").first().click();
        Locator wanted = portal.page().locator("#changing\\:wanted");
        assertThat(wanted).isVisible();
        String label = wanted.locator("option", new Locator.LocatorOptions().setHasText(product + " ·"))
                .innerText();
        wanted.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
        assertThat(portal.page().locator("#changing\\:quote")).containsText(quote);
        portal.page().locator("#changing\\:confirm").click();
        assertThat(wanted).isHidden();
    }

    private Locator mine(String product) {
        return portal.page().locator("#mine tbody tr", new Page.LocatorOptions().setHasText(product));
    }

    private Locator notices() {
        return portal.page().locator("#notices_container");
    }

    private static BigDecimal available(Customer customer) {
        return customer.api()
                .get(customer.path("wallet"))
                .getAsJsonObject()
                .get("available")
                .getAsBigDecimal();
    }

    /** Full days after today, of all days of the month. */
    private static BigDecimal restOfMonth(String price) {
        LocalDate today = LocalDate.now(BUCHAREST);
        int days = today.lengthOfMonth();
        return new BigDecimal(price)
                .multiply(BigDecimal.valueOf(days - today.getDayOfMonth()))
                .divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
    }
}
