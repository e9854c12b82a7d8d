package ro.clickphone.system.sip;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.Mailbox;
import ro.clickphone.system.browser.Journey;
import ro.clickphone.system.browser.Portal;

/**
 * The manual from its first page to its last, by somebody who has never been here: an account, a package, the five steps,
 * and a stranger who calls the new number and walks the path that was set up.
 */
class FiveStepsIT extends Journey {
    private static final String CALLER = "0216583456";
    private static final int IONESCU = 600;
    private static final int TECHNICIAN = 500;
    private static final int STRANGER = 800;
    private static final int SECOND = 10;
    private static final Map<Integer, String> PEOPLE =
            Map.of(100, "IonescuPC", 101, "Vânzări", 102, "Sales", 103, "Contabilitate", 104, "Tehnic");

    private Exchange exchange;
    private Customer customer;

    @Test
    void new_owner_goes_the_five_steps_and_the_first_caller_walks_the_path(Exchange running) {
        exchange = running;
        signUp();
        buyPackage();
        addExtensions();
        try (Phone technician = Phone.registered(exchange, customer, 104, TECHNICIAN)) {
            hours();
            queue();
            try (Phone ionescu = Phone.registered(exchange, customer, 100, IONESCU)) {
                menus(ionescu);
            }
            route();
            strangerCalls(technician);
        }
        Locator record = portal.page().locator("#report tbody tr");
        await("the call's record").atMost(Duration.ofSeconds(20)).until(() -> {
            portal.visit("call/receivedCalls.xhtml");
            return record.first().innerText().contains(CALLER);
        });
        assertThat(record).hasCount(1);
        assertThat(record).containsText(CALLER);
        assertThat(record).containsText("Apel preluat");
        look("91-received");
        record.locator("a.link-button").first().click();
        Locator detail = portal.page().locator("#call-body");
        assertThat(detail).containsText("Submeniul 1");
        assertThat(detail).containsText("104");
        assertThat(detail).containsText("Așteptare până la răspuns");
        look("92-received-path");
        assertThat(portal.troubles()).isEmpty();
    }

    private void signUp() {
        String email = "patron" + System.nanoTime() + "@probe.example";
        portal.visit("signin/signIn.xhtml");
        look("00-signin");
        portal.page().locator("#signin\\:signUp").click();
        portal.page().locator("#signup\\:company").fill("Ionescu și Fiii SRL");
        portal.page().locator("#signup\\:name").fill("Maria Ionescu");
        portal.page().locator("#signup\\:email").fill(email);
        look("01-signup");
        portal.page().locator("#signup\\:go").click();
        assertThat(portal.page().locator("#sent")).isVisible();
        look("02-signup-sent");
        String token = new Mailbox(exchange.api(), email).find("signup.confirm", "token=(\\S+)");
        portal.visit("signin/welcome.xhtml?token=" + token);
        portal.page().locator("#chosen\\:password").fill(PASSWORD);
        portal.page().locator("#chosen\\:go").click();
        assertThat(portal.page().locator("#number")).isVisible();
        look("03-welcome");
        portal.signIn(email, PASSWORD);
        Locator user = portal.page().locator("#header-user");
        assertThat(user).isVisible();
        customer = Customer.known(exchange, Long.parseLong(user.innerText()));
        look("04-start");
    }

    /** The bank transfer is booked by the provider; the rest is hers. */
    private void buyPackage() {
        portal.visit("catalogue/business.xhtml");
        look("05-business-no-credit");
        customer.api().put(customer.path("wallet/credits/first"), Map.of("amount", new BigDecimal("30.00")));
        portal.visit("catalogue/business.xhtml");
        portal.page().locator("button[title='Cumpără Hosted PBX 10Q']").click();
        assertThat(portal.page().locator("#buying")).containsText("Hosted PBX 10Q");
        look("06-buying");
        portal.page().locator("#buying\\:confirm").click();
        assertThat(portal.page().locator("#mine tbody tr")).containsText("Activ");
        look("07-bought");
    }

    /** The base phone that came with the account becomes the first extension, under a new name and with a password she knows. */
    private void addExtensions() {
        portal.visit("extension/extensions.xhtml");
        look("10-extensions-base");
        portal.page().locator("[title='Opțiuni pentru extensia 100']").click();
        portal.page().locator("#rename\\:name").fill(PEOPLE.get(100));
        portal.button("Schimbă numele").click();
        assertThat(portal.page().locator("#list\\:table")).containsText(PEOPLE.get(100));
        portal.page().locator("#new-password").click();
        portal.page()
                .locator("#ask-password\\:confirmPassword button.ui-button")
                .last()
                .click();
        assertThat(portal.page().locator("#password-once")).isVisible();
        customer.knows(100, portal.page().locator("#fact-password").textContent());
        PEOPLE.keySet().stream().filter(number -> number > 100).sorted().forEach(this::addExtension);
        assertThat(portal.page().locator("#head")).containsText("5/10");
        look("12-extensions-five");
        employeeInstalls(104);
    }

    /** At the employee's own computer, by a link that is good once (items 74 to 79); the phone registers with what is shown. */
    private void employeeInstalls(int number) {
        portal.page()
                .locator("[title='Opțiuni pentru extensia " + number + "']")
                .click();
        portal.button("Creează un link de instalare").click();
        String link = "install/install.xhtml?token="
                + portal.page().locator("#fact-install").textContent().replaceFirst(".*token=", "");
        look("13-install-link");
        try (RawSip before = RawSip.from(Exchange.LOOPBACK, exchange.sip());
                Portal employee = anotherWindow()) {
            registers(before, number, "200");
            employee.visit(link);
            employee.button("Instalează extensia").click();
            assertThat(employee.page().locator("#fact-username")).hasText(customer.sipUser(number));
            await("the old registration is dropped")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> customer.registrations().isEmpty());
            registers(before, number, "401");
            customer.knows(number, employee.page().locator("#fact-password").textContent());
            employee.page().locator("#client-desk summary").click();
            assertThat(employee.page().locator("[download='yealink-" + customer.sipUser(number) + ".cfg']"))
                    .isVisible();
            employee.photograph("steps/14-installed");
            employee.visit(link);
            assertThat(employee.page().locator("#void")).isVisible();
            employee.photograph("steps/15-link-is-used-up");
        }
    }

    private void addExtension(int number) {
        assertThat(portal.page().locator("#add\\:number")).hasValue(Integer.toString(number));
        portal.page().locator("#add\\:name").fill(PEOPLE.get(number));
        portal.button("Adaugă").click();
        assertThat(portal.page().locator("#fact-username")).hasText(customer.sipUser(number));
        assertThat(portal.page().locator("#password-once")).isVisible();
        customer.knows(number, portal.page().locator("#fact-password").textContent());
        if (number == 101) {
            look("11-extension-added");
        }
    }

    /** With the password that is known so far. */
    private void registers(RawSip phone, int number, String status) {
        assertThat(phone.register(customer.sipUser(number), customer.sipPassword(number)))
                .hasValueSatisfying(answer -> assertThat(answer).startsWith("SIP/2.0 " + status));
    }

    /** Every day, so that the stranger may call today as well. */
    private void hours() {
        portal.visit("schedule/schedule.xhtml");
        look("20-hours-none");
        for (String day : List.of("Luni", "Marți", "Miercuri", "Joi", "Vineri", "Sâmbătă", "Duminică")) {
            Locator line = portal.page().locator(".days > li").filter(new Locator.FilterOptions().setHasText(day));
            line.getByText(day).click();
            Locator times = line.locator("input.number");
            assertThat(times).hasCount(2);
            times.nth(0).fill("00:00");
            times.nth(1).fill("23:59");
        }
        portal.button("Salvează").click();
        assertThat(portal.page().locator("#notices_container")).containsText("se aplică de la următorul apel");
        look("21-hours-saved");
        portal.visit("prompt/messages.xhtml");
        look("22-messages");
    }

    private void queue() {
        portal.visit("queue/queue.xhtml");
        look("30-queue-none");
        for (int agent : new int[] {100, 104}) {
            portal.page().locator("#available [aria-label$=' " + agent + "']").click();
            assertThat(portal.page().locator("#agents > li").last()).containsText(Integer.toString(agent));
        }
        portal.page().locator("#queue\\:strategy").selectOption("LINEAR");
        portal.button("Actualizează").click();
        assertThat(portal.page().locator("#notices_container")).not().isEmpty();
        look("31-queue");
    }

    /** The messages of the main menu and of the first submenu are spoken by telephone, that of the second is read out. */
    private void menus(Phone ionescu) {
        portal.visit("ivr/menus.xhtml");
        look("40-menus-none");
        portal.button("Configurează IVR").click();
        spokenByTelephone(ionescu, "Meniu IVR: Meniul principal", "41-menu-recording");
        add("Meniul principal", "1", "creează submeniu");
        spokenByTelephone(ionescu, "Meniu IVR: Submeniul 1", "42-submenu-recording");
        add("Meniul principal", "2", "creează submeniu");
        readOut("Please press one for sales, two for support.");
        add("Meniul principal", "3", "transferă la fax");
        assertThat(line(0, "3")).containsText("transfer către fax");
        ring("Submeniul 1", 1, "1", "101");
        add("Submeniul 1", "2", "transfer către coadă");
        assertThat(line(1, "2")).isVisible();
        ring("Submeniul 1", 1, "3", "103");
        look("44-menu-lines");
        ring("Submeniul 2", 2, "1", "102");
        add("Submeniul 2", "2", "transfer către coadă");
        assertThat(line(2, "2")).isVisible();
        ring("Submeniul 2", 2, "3", "103");
        portal.button("Am terminat").click();
        look("45-menus-finished");
        ionescu.forgetEvents();
        ionescu.dial("**222");
        ionescu.awaitTalk();
        await("the draft's message").atMost(Duration.ofSeconds(40)).until(() -> ionescu.hears(IONESCU));
        ionescu.hangUp();
        ionescu.awaitEnd();
        portal.page().locator("#ivr\\:apply").click();
        assertThat(portal.page().locator("#ivr\\:apply")).hasCount(0);
        look("46-menus-applied");
    }

    private void spokenByTelephone(Phone phone, String slot, String picture) {
        assertThat(portal.page().locator("#slot-name")).hasText(slot);
        look(picture);
        phone.forgetEvents();
        phone.dial("**500");
        AfterTheBeep.speak(phone, exchange);
        phone.press("#");
        assertThat(portal.page().locator("#message\\:made")).isVisible();
        look(picture + "-made");
        phone.press("2");
        phone.awaitEnd();
        finishMessage();
    }

    private void readOut(String words) {
        assertThat(portal.page().locator("#slot-name")).hasText("Meniu IVR: Submeniul 2");
        portal.button("Text citit").click();
        portal.page().locator("#message\\:text").fill(words);
        portal.page().locator("#message\\:spoken").selectOption("en");
        portal.button("Citește textul").click();
        assertThat(portal.page().locator("#message\\:made")).containsText("text citit");
        look("43-submenu-read-out");
        finishMessage();
    }

    private void finishMessage() {
        portal.button("Am terminat de înregistrat mesajul").click();
        assertThat(portal.page().locator("#recorder")).isHidden();
    }

    private void add(String menu, String key, String does) {
        choose(menu, key, does);
        portal.button("Adaugă").click();
        settled();
    }

    private void ring(String menu, int number, String key, String extension) {
        choose(menu, key, "transferă la extensie");
        portal.page()
                .locator("#ivr\\:extensions label", new Page.LocatorOptions().setHasText(extension))
                .click();
        portal.button("Adaugă").click();
        settled();
        assertThat(line(number, key)).containsText("transfer către extensia " + extension);
    }

    private void choose(String menu, String key, String does) {
        portal.page().locator("#ivr\\:context").selectOption(menu);
        settled();
        portal.page().locator("#ivr\\:key").selectOption(key);
        portal.page().locator("#ivr\\:does").selectOption(does);
        settled();
    }

    private void settled() {
        portal.page().waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
    }

    private Locator line(int menu, String key) {
        return portal.page().locator("[data-menu='" + menu + "'] [data-key='" + key + "']");
    }

    private void route() {
        portal.visit("routing/myPbx.xhtml");
        look("50-my-pbx-before");
        portal.page().locator("input[value='IVR']").check();
        settled();
        portal.button("Salvează").click();
        assertThat(portal.page().locator("#notices_container")).not().isEmpty();
        assertThat(portal.page().locator("#live-destination")).containsText("IVR");
        look("51-my-pbx-routed");
        portal.visit("start/start.xhtml");
        look("60-start-done");
        assertThat(portal.page().locator(".steps .done")).hasCount(5);
    }

    private void strangerCalls(Phone technician) {
        String number = portal.page().locator("#header-number").innerText();
        try (Phone stranger = Phone.carrier(exchange, CALLER, STRANGER)) {
            stranger.dial(exchange.uri(number));
            stranger.awaitTalk();
            await("the main menu").atMost(Duration.ofSeconds(40)).until(() -> stranger.hears(IONESCU));
            long main = stranger.heard().tenthsOf(IONESCU);
            stranger.press("1");
            await("the submenu")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> stranger.heard().tenthsOf(IONESCU) > main + 2 * SECOND);
            stranger.press("2");
            technician.takeUp();
            technician.awaitTalk();
            await("the talk")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> stranger.hears(TECHNICIAN) && technician.hears(STRANGER));
            stranger.hangUp();
            technician.awaitEnd();
        }
    }

    /** A picture for a person, and what a telephone's window must not do. */
    private void look(String name) {
        portal.photograph("steps/" + name);
        assertThat(portal.sticksOut()).as(name).isEmpty();
    }
}
