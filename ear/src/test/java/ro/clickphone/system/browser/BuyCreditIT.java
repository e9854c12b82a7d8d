package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

/** Credit by bank transfer: from the customer's order to the invoice in the history, with finance's two people between. */
class BuyCreditIT extends Journey {
    private static final String FIRST = "finance@clickphone.example";
    private static final String SECOND = "finance2@clickphone.example";
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private Customer customer;
    private String email;

    @BeforeEach
    void aCustomerSignsIn(Exchange exchange) {
        customer = Customer.with(exchange, 100);
        email = "plati" + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        portal.signIn(email, PASSWORD);
        assertThat(portal.page().locator("#header-user")).hasText(Long.toString(customer.id()));
    }

    @Test
    void credit_bought_by_transfer_has_its_invoice_in_the_history(Exchange exchange) throws IOException {
        fillBillingData();
        String reference = order("20");
        save(portal, "#paying .file-link", "proforma.pdf");
        bring(exchange, reference + " credit", "24.20");
        bookBySecond(exchange, reference);

        portal.visit("invoice/history.xhtml");
        Locator row = portal.page().locator("#history\\:table tbody tr").first();
        assertThat(row).containsText("+20,00 €");
        assertThat(row).containsText(Pattern.compile("[0-9]{8}/[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}"));
        assertThat(portal.page().locator("#header-credit")).hasText("20,00 €");
        portal.photograph("history");
        save(portal, "#history .file-link", "invoice.pdf");
        row.locator(".link-button").click();
        assertThat(portal.page().locator("#arithmetic")).hasText("24.20 − 4.20 = 20.00");
        portal.photograph("history-row");
        assertThat(customer.api()
                        .get("mails?to=" + "facturi" + customer.id() + "@probe.example")
                        .toString())
                .contains("\"kind\":\"invoice.issued\"");
        proposeToPutRight(exchange);
        approve(exchange);

        portal.visit("invoice/history.xhtml");
        Locator rows = portal.page().locator("#history\\:table tbody");
        assertThat(rows).containsText("Corecție: apel facturat greșit");
        assertThat(rows).containsText("Storno factura");
        assertThat(portal.page().locator("#issued")).containsText("Factură de stornare");
        assertThat(portal.page().locator("#header-credit")).hasText("11,50 €");
        portal.photograph("history-put-right");
        assertThat(portal.troubles()).isEmpty();
    }

    /** Takes 3.50 €, refused while it is no amount, and gives half of the payment back. */
    private void proposeToPutRight(Exchange exchange) {
        try (Portal desk = finance(exchange, FIRST)) {
            desk.visit("office/office.xhtml");
            desk.page().locator("#customers\\:text").fill(Long.toString(customer.id()));
            desk.button("Arată").click();
            Locator line = desk.page().locator("#customers\\:table tbody tr", containing(Long.toString(customer.id())));
            assertThat(line).hasCount(1);
            line.getByText("Deschide").click();
            desk.page().locator("#correction\\:amount").fill("-3,505");
            desk.page().locator("#correction\\:reason").fill("apel facturat greșit");
            desk.page().locator("#correction\\:propose").click();
            assertThat(desk.page().locator("#correction .ui-message-error-detail"))
                    .isVisible();
            desk.page().locator("#correction\\:amount").fill("-3,50");
            desk.page().locator("#correction\\:propose").click();
            assertThat(desk.page().locator("#notices_container")).containsText("așteaptă aprobarea");
            desk.page().locator("#documents").getByText("Restituie").click();
            assertThat(desk.page().locator("#refund\\:amount")).hasValue("24.20");
            desk.page().locator("#refund\\:amount").fill("6,05");
            desk.page().locator("#refund\\:reason").fill("plată dublă");
            desk.page().locator("#refund\\:propose").click();
            assertThat(desk.page().locator("#refund")).containsText("așteaptă aprobarea");
            desk.photograph("finance-customer");
            desk.visit("finance/corrections.xhtml");
            assertThat(ofCustomer(desk)).hasCount(2);
            assertThat(ofCustomer(desk).getByText("Aprobă")).hasCount(0);
            assertThat(desk.troubles()).isEmpty();
        }
    }

    private void approve(Exchange exchange) throws IOException {
        try (Portal desk = finance(exchange, SECOND)) {
            desk.visit("finance/corrections.xhtml");
            for (int left = 1; left >= 0; left--) {
                ofCustomer(desk).first().getByText("Aprobă").click();
                assertThat(ofCustomer(desk)).hasCount(left);
            }
            desk.visit("finance/corrections.xhtml?state=DONE");
            assertThat(ofCustomer(desk)).hasCount(2);
            assertThat(desk.page().locator("#corrections")).containsText("banii se returnează manual");
            save(desk, "#corrections .file-link", "credit-note.pdf");
            desk.photograph("finance-corrections");
            desk.visit("finance/revenue.xhtml");
            assertThat(desk.page().locator("#bySource")).containsText("-3,50 €");
            desk.visit("finance/cards.xhtml");
            assertThat(desk.page().locator("#cards")).isVisible();
            assertThat(desk.troubles()).isEmpty();
        }
    }

    private Locator ofCustomer(Portal desk) {
        return desk.page().locator("#corrections\\:table tbody tr", containing(Long.toString(customer.id())));
    }

    @Test
    void two_clicks_on_the_order_make_one_proforma() {
        fillBillingData();
        portal.visit("payment/buyCredit.xhtml");
        portal.page().locator("#buy\\:amount").fill("20");
        portal.page().locator("#buy\\:order").dblclick();
        assertThat(portal.page().locator("#fact-reference")).isVisible();
        portal.visit("payment/buyCredit.xhtml");
        assertThat(portal.page().locator("#orders\\:table tbody tr")).hasCount(1);
    }

    @Test
    void amount_that_cannot_be_bought_is_refused_beside_the_field() {
        fillBillingData();
        portal.visit("payment/buyCredit.xhtml");
        for (String amount : new String[] {"-20", "0", "20.12345", "1000000000000", "douăzeci"}) {
            portal.page().locator("#buy\\:amount").fill(amount);
            portal.page().locator("#buy\\:order").click();
            assertThat(portal.page().locator("#buy .ui-message-error-detail")).isVisible();
            assertThat(portal.page().locator("#fact-reference")).hasCount(0);
        }
        portal.photograph("buy-refused");
        portal.visit("payment/buyCredit.xhtml");
        assertThat(portal.page().locator("#orders")).containsText("Încă nicio proformă");
    }

    private void fillBillingData() {
        portal.visit("payment/buyCredit.xhtml");
        portal.photograph("buy-without-billing");
        portal.page().locator("#no-billing a").click();
        portal.page().locator("#billing\\:name").fill("Probe și Încercări SRL");
        portal.page().locator("#billing\\:fiscalCode").fill("RO14835419");
        portal.page().locator("#billing\\:street").fill("Str. Memorandumului 21");
        portal.page().locator("#billing\\:county").selectOption("CJ");
        portal.page().locator("#billing\\:city").fill("Cluj-Napoca");
        portal.page().locator("#billing\\:email").fill("facturi" + customer.id() + "@probe.example");
        portal.photograph("billing");
        portal.page().locator("#billing\\:save").click();
        assertThat(portal.page().locator("#notices_container")).containsText("salvat");
    }

    private String order(String amount) {
        portal.visit("payment/buyCredit.xhtml");
        portal.page().locator("#buy\\:amount").fill(amount);
        portal.page().locator("#buy\\:order").click();
        Locator reference = portal.page().locator("#fact-reference");
        assertThat(reference).hasText(Pattern.compile("CP-[2-9A-Z]{4}-[2-9A-Z]{4}"));
        assertThat(portal.page().locator("#paying")).containsText("24,20 €");
        assertThat(portal.page().locator("#paying")).containsText("123,11 lei");
        portal.photograph("buy-ordered");
        return reference.innerText().strip();
    }

    private void bring(Exchange exchange, String details, String amount) {
        try (Portal desk = finance(exchange, FIRST)) {
            String csv = "date,amount,currency,payer,iban,details,id\n%s,%s,EUR,Probe SRL,,%s,OP-%d\n"
                    .formatted(LocalDate.now(BUCHAREST), amount, details, customer.id());
            desk.visit("finance/payments.xhtml");
            desk.page()
                    .locator("#statement input[type=file]")
                    .setInputFiles(new FilePayload("extras.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
            Locator line = desk.page().locator("#lines tbody tr", containing(details));
            assertThat(line).containsText(Long.toString(customer.id()));
            assertThat(line.getByText("Operează")).hasCount(0);
            desk.photograph("finance-proposed");
            assertThat(desk.troubles()).isEmpty();
        }
    }

    private void bookBySecond(Exchange exchange, String reference) throws IOException {
        try (Portal desk = finance(exchange, SECOND)) {
            desk.visit("finance/payments.xhtml");
            Locator line = desk.page().locator("#lines tbody tr", containing(reference));
            desk.photograph("finance-to-book");
            line.getByText("Operează").click();
            // the first invoice after a start reads the tax office's rules
            assertThat(line).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(180_000));
            desk.visit("finance/payments.xhtml?state=BOOKED");
            assertThat(line).containsText(SECOND);
            desk.photograph("finance-booked");
            desk.visit("finance/invoices.xhtml");
            assertThat(desk.page().locator("#invoices")).containsText("Probe și Încercări SRL");
            desk.photograph("finance-invoices");
            save(desk, "#invoices .file-link", "finance-invoice.pdf");
            desk.visit("finance/eFactura.xhtml");
            assertThat(desk.page().locator("#documents")).containsText("Probe și Încercări SRL");
            desk.photograph("finance-efactura");
            desk.visit("finance/tax.xhtml");
            assertThat(desk.page().locator("#supplier\\:iban")).isVisible();
            desk.photograph("finance-tax");
            assertThat(desk.troubles()).isEmpty();
        }
    }

    private Portal finance(Exchange exchange, String who) {
        Portal desk = anotherWindow();
        desk.signIn(who, exchange.demoPasswords().of(who));
        assertThat(desk.page().locator("#header-user")).isVisible();
        return desk;
    }

    private static com.microsoft.playwright.Page.LocatorOptions containing(String words) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(words);
    }

    /** Keeps a file for a person to look at, beside the pictures. */
    private static void save(Portal window, String link, String name) throws IOException {
        Download file = window.page()
                .waitForDownload(() -> window.page().locator(link).first().click());
        Path kept = Path.of(System.getProperty("pbx.scratch"), "screenshots", name);
        file.saveAs(kept);
        assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }
}
