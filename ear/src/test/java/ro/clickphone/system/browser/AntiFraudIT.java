package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Elsewhere;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.Mailbox;

class AntiFraudIT extends Journey {
    private static final String PIN_IN_MAIL = "este ([0-9]{6})\\.";

    private Customer customer;
    private String email;
    private Mailbox mailbox;

    @BeforeEach
    void owner(Exchange exchange) {
        customer = Customer.with(exchange, 100, 101);
        email = "fraud" + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        mailbox = new Mailbox(customer.api(), email);
        enter(portal);
    }

    @Test
    void pin_comes_by_mail_alone_and_every_limit_needs_it() {
        portal.visit("fraud/antiFraud.xhtml");
        assertThat(portal.page().locator("[data-tab='pin']")).hasAttribute("aria-current", "page");
        String pin = askForPin();
        assertThat(portal.page().locator("body")).not().containsText(pin);
        portal.photograph("fraud-pin");

        portal.visit("fraud/antiFraud.xhtml?tab=limit");
        portal.page().locator("#limits\\:limit").fill("6,50");
        submit("limits", "save", otherThan(pin));
        assertThat(portal.page().locator("#limits")).containsText("Codul PIN nu este corect. Încercări rămase: 4.");
        portal.photograph("fraud-limit-wrong-pin");
        assertThat(audited("fraud.limit")).isEmpty();

        submit("limits", "save", pin);
        assertThat(portal.page().locator("#limits\\:limit")).hasValue("6,50");
        assertThat(portal.page().locator(".gauge-figures")).containsText("/ 6,50 €");
        portal.photograph("fraud-limit");
        List<JsonObject> acts = audited("fraud.limit");
        assertThat(acts).hasSize(1);
        assertThat(acts.get(0).get("actor").getAsString()).isEqualTo(email);
        assertThat(acts.get(0).get("address").getAsString()).isEqualTo("127.0.0.1");
        assertThat(acts.get(0).get("became").getAsString()).startsWith("6.5");

        portal.visit("audit/auditLog.xhtml");
        assertThat(portal.page().locator("#audit\\:table")).containsText(email);
        portal.photograph("audit-log");
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void limit_that_is_no_amount_is_refused_beside_the_field() {
        String pin = pin();
        portal.visit("fraud/antiFraud.xhtml?tab=limit");
        portal.page().locator("#limits\\:limit").fill("mult");
        submit("limits", "save", pin);
        assertThat(portal.page().locator("#limits")).containsText("Introduceți o sumă");
        portal.page().locator("#limits\\:limit").fill("-1");
        submit("limits", "save", pin);
        assertThat(portal.page().locator("#limits")).containsText("Introduceți o sumă");
        assertThat(audited("fraud.limit")).isEmpty();
    }

    @Test
    void fifth_wrong_pin_locks_the_section_and_the_owner_is_told() {
        String pin = pin();
        portal.visit("fraud/antiFraud.xhtml?tab=limit");
        for (int time = 0; time < 5; time++) {
            submit("limits", "save", otherThan(pin));
        }
        assertThat(portal.page().locator("#limits")).containsText("30 de minute");
        portal.page().locator("#limits\\:limit").fill("1");
        submit("limits", "save", pin);
        assertThat(portal.page().locator("#locked")).isVisible();
        portal.photograph("fraud-locked");
        assertThat(audited("fraud.limit")).isEmpty();
        assertThat(mailbox.newest("fraud.pinLocked")).contains("127.0.0.1");
    }

    @Test
    void new_pin_kills_the_old_one() {
        String old = pin();
        String fresh = pin();
        portal.visit("fraud/antiFraud.xhtml?tab=limit");
        portal.page().locator("#limits\\:limit").fill("3");
        if (!old.equals(fresh)) {
            submit("limits", "save", old);
            assertThat(portal.page().locator("#limits")).containsText("Codul PIN nu este corect");
        }
        submit("limits", "save", fresh);
        assertThat(portal.page().locator(".gauge-figures")).containsText("/ 3,00 €");
    }

    @Test
    void restrictions_are_set_for_the_account_and_for_one_extension() {
        String pin = pin();
        portal.visit("fraud/antiFraud.xhtml?tab=restrictions");
        portal.photograph("fraud-restrictions");
        choose("Internațional", "restricționat");
        submit("restrictions", "save", pin);
        assertThat(portal.page().locator("#notices_container")).containsText("în vigoare");
        assertThat(audited("fraud.restrictions").get(0).get("became").getAsString())
                .isEqualTo("NATIONAL,MOBILE");

        portal.visit("fraud/antiFraud.xhtml?tab=restrictions");
        portal.page().locator("#restrictions\\:extension").selectOption("101");
        settle();
        choose("Mobil RO", "restricționat");
        submit("restrictions", "save", pin);
        assertThat(portal.page().locator("#notices_container")).containsText("în vigoare");
        JsonObject act = audited("fraud.restrictions.extension").get(0);
        assertThat(act.get("subject").getAsString()).isEqualTo("101");
        assertThat(act.get("became").getAsString()).doesNotContain("MOBILE");
        assertThat(portal.sticksOut()).isEmpty();
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void help_can_be_called_from_every_extension_even_when_all_is_blocked() {
        customer.addNumber("03105" + customer.id());
        String pin = pin();
        portal.visit("fraud/antiFraud.xhtml?tab=restrictions");
        choose("Blocat", "da");
        submit("restrictions", "save", pin);
        assertThat(portal.page().locator("#notices_container")).containsText("în vigoare");
        portal.page().locator("#emergency\\:test").click();
        Locator ways = portal.page().locator("#ways li");
        assertThat(ways).hasCount(4);
        assertThat(ways.filter(new Locator.FilterOptions().setHasText("pleacă")))
                .hasCount(4);
        assertThat(ways.first()).containsText("100 → 112");
        portal.photograph("fraud-emergency");
        assertThat(audited("emergency.tested")).hasSize(1);
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void alarm_can_be_made_to_hold_international_calls() {
        String pin = pin();
        portal.visit("fraud/antiFraud.xhtml?tab=restrictions");
        portal.page().locator("#alarms\\:answer").selectOption("HOLD");
        submit("alarms", "save", pin);
        assertThat(portal.page().locator("#alarms\\:answer")).hasValue("HOLD");
        assertThat(audited("fraud.onAlarm").get(0).get("became").getAsString()).isEqualTo("HOLD");
        assertThat(portal.sticksOut()).isEmpty();
    }

    @Test
    void security_address_is_changed_by_pin_and_a_code_to_the_old_address() {
        String pin = pin();
        String wanted = "new" + customer.id() + "@probe.example";
        portal.visit("fraud/antiFraud.xhtml?tab=mail");
        portal.page().locator("#change\\:mail").fill(wanted);
        submit("change", "ask", pin);
        portal.page().locator("#confirm\\:code").fill("wrong");
        portal.page().locator("#confirm\\:go").click();
        assertThat(portal.page().locator("#confirm")).containsText("Codul nu este corect");
        portal.photograph("fraud-mail");
        String code = mailbox.find("fraud.mailChange", "confirmare este ([A-Za-z0-9_-]+)");
        portal.page().locator("#confirm\\:code").fill(code);
        portal.page().locator("#confirm\\:go").click();
        assertThat(portal.page().locator("#confirm\\:code")).hasCount(0);

        assertThat(mailbox.count("fraud.mailChanged")).isEqualTo(1);
        Mailbox fresh = new Mailbox(customer.api(), wanted);
        assertThat(fresh.count("fraud.mailChanged")).isEqualTo(1);
        portal.visit("fraud/antiFraud.xhtml?tab=pin");
        portal.page().locator("#renew\\:go").click();
        assertThat(fresh.newest("fraud.pin")).isNotBlank();
        assertThat(mailbox.count("fraud.pin")).isEqualTo(1);
    }

    @Test
    void number_on_the_black_list_is_listed_and_removed_by_pin() {
        String pin = pin();
        portal.visit("fraud/numberLists.xhtml");
        portal.page().locator("#numbers\\:number").fill("00373*");
        portal.page().locator("#numbers\\:note").fill("<b>Moldova</b>");
        portal.page().locator("#numbers\\:way").selectOption("OUT");
        submit("numbers", "add", pin);
        assertThat(portal.page().locator("#numbers ul.lines li")).hasCount(1);
        assertThat(portal.page().locator("#numbers ul.lines li")).containsText("<b>Moldova</b>");
        portal.photograph("number-lists");
        portal.page().locator("#numbers\\:number").fill("112");
        submit("numbers", "add", pin);
        assertThat(portal.page().locator("#numbers")).containsText("Numerele de urgență nu pot sta pe o listă");

        portal.page().locator("#numbers\\:number").fill("");
        portal.page().locator("#numbers\\:pin").fill(pin);
        portal.page().locator("#numbers ul.lines button").click();
        assertThat(portal.page().locator("#numbers ul.lines li")).hasCount(0);
        assertThat(portal.sticksOut()).isEmpty();
    }

    @Test
    void nobody_locks_herself_out_unwarned_and_who_sits_elsewhere_has_a_way_back(Exchange exchange) {
        String pin = pin();
        portal.visit("fraud/antiFraud.xhtml?tab=sources");
        portal.page().locator("#sources\\:source").fill("192.0.2.0/24");
        submit("sources", "add", pin);
        assertThat(portal.page().locator("#sources"))
                .containsText("Nu v-ați mai putea conecta de unde sunteți acum (127.0.0.1)");
        portal.photograph("fraud-lockout");
        portal.page().locator("#sources\\:source").fill("127.0.0.1");
        submit("sources", "add", pin);
        assertThat(portal.page().locator("#sources ul.lines li")).hasCount(1);
        portal.photograph("fraud-sources");

        try (Elsewhere elsewhere = new Elsewhere(exchange.portal());
                Portal hotel = anotherWindow(elsewhere.uri())) {
            hotel.signIn(email, PASSWORD);
            assertThat(hotel.page().locator("#signin\\:problem")).containsText("nu permite această adresă");
            hotel.photograph("signin-address");
            String token = mailbox.find("account.address", "token=([A-Za-z0-9_-]+)");
            hotel.visit("signin/otherAddress.xhtml?token=" + token);
            hotel.photograph("other-address");
            hotel.page().locator("#admit\\:go").click();
            assertThat(hotel.page().locator("#done")).containsText(Elsewhere.ADDRESS);
            enter(hotel);
        }
        portal.visit("fraud/antiFraud.xhtml?tab=sources");
        assertThat(portal.page().locator("#sources ul.lines li")).hasCount(2);
        assertThat(audited("fraud.source.wayBack")).hasSize(1);
    }

    @Test
    void list_of_addresses_ends_the_session_of_who_sits_elsewhere(Exchange exchange) {
        String pin = pin();
        try (Elsewhere elsewhere = new Elsewhere(exchange.portal());
                Portal intruder = anotherWindow(elsewhere.uri())) {
            enter(intruder);
            portal.visit("fraud/antiFraud.xhtml?tab=sources");
            portal.page().locator("#sources\\:source").fill("127.0.0.1");
            submit("sources", "add", pin);
            assertThat(portal.page().locator("#sources ul.lines li")).hasCount(1);
            intruder.visit("extension/extensions.xhtml");
            assertThat(intruder.page().locator("#header-user")).hasCount(0);
        }
    }

    private void enter(Portal window) {
        window.signIn(email, PASSWORD);
        assertThat(window.page().locator("#header-user")).hasText(Long.toString(customer.id()));
    }

    /** As a person gets it: by asking, and reading the mail. */
    private String pin() {
        portal.visit("fraud/antiFraud.xhtml?tab=pin");
        return askForPin();
    }

    private String askForPin() {
        long before = mailbox.count("fraud.pin");
        portal.page().locator("#renew\\:go").click();
        assertThat(portal.page().locator("#notices_container")).containsText("Un PIN nou a fost trimis");
        assertThat(mailbox.count("fraud.pin")).isEqualTo(before + 1);
        return mailbox.find("fraud.pin", PIN_IN_MAIL);
    }

    private void submit(String form, String button, String pin) {
        portal.page().locator("#" + form + "\\:pin").fill(pin);
        portal.page().locator("#" + form + "\\:" + button).click();
        settle();
    }

    /** Until the page has taken what the server answered. */
    private void settle() {
        portal.page().waitForFunction("() => !window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()");
    }

    private void choose(String group, String choice) {
        Locator row = portal.page().locator("#restrictions tr").filter(new Locator.FilterOptions().setHasText(group));
        row.getByText(choice, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private static String otherThan(String pin) {
        return pin.equals("000000") ? "111111" : "000000";
    }

    private List<JsonObject> audited(String act) {
        return StreamSupport.stream(
                        customer.api()
                                .get("audit?account=" + customer.id())
                                .getAsJsonObject()
                                .getAsJsonArray("items")
                                .spliterator(),
                        false)
                .map(line -> line.getAsJsonObject())
                .filter(line -> line.get("act").getAsString().equals(act))
                .toList();
    }
}
