package ro.clickphone.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;

/** The manual's step 2, as an owner does it (items 84 to 93). */
class ScheduleIT extends Journey {
    private Customer customer;

    @BeforeEach
    void openSchedule(Exchange exchange) {
        customer = Customer.with(exchange, 100);
        String email = "hours" + customer.id() + "@probe.example";
        customer.addUser(email, PASSWORD);
        portal.signIn(email, PASSWORD);
        assertThat(portal.page().locator("#header-user")).hasText(Long.toString(customer.id()));
        portal.visit("schedule/schedule.xhtml");
    }

    @Test
    void working_week_with_a_lunch_break_is_kept() {
        Locator monday = portal.page().locator(".days > li").first();
        monday.getByText("Luni").click();
        Locator times = monday.locator("input.number");
        assertThat(times).hasCount(2);
        times.nth(1).fill("12:59");
        monday.getByText("Interval").click();
        assertThat(times).hasCount(4);
        times.nth(2).fill("14:00");
        times.nth(3).fill("17:59");
        portal.button("Salvează").click();
        assertThat(portal.page().locator("#notices_container")).containsText("se aplică de la următorul apel");
        assertThat(customer.api().get(customer.path("schedule")).toString())
                .contains("\"day\":\"MONDAY\",\"from\":\"09:00\",\"until\":\"12:59\"")
                .contains("\"day\":\"MONDAY\",\"from\":\"14:00\",\"until\":\"17:59\"");
    }

    @Test
    void holidays_are_proposed_and_closed_by_one_switch() {
        Locator days = portal.page().locator("#special-days");
        assertThat(days).containsText("Paștele ortodox");
        assertThat(days).containsText("Rusaliile");
        assertThat(days.getByText("ca de obicei").first()).isVisible();
        portal.page().locator("#ahead\\:holidays").check();
        assertThat(days.getByText("ca de obicei")).hasCount(0);
        portal.photograph("schedule-holidays");
        assertThat(portal.sticksOut()).isEmpty();
        assertThat(portal.troubles()).isEmpty();
    }

    @Test
    void date_with_its_own_hours_is_listed_and_forgotten() {
        String date = java.time.LocalDate.now(java.time.ZoneId.of("Europe/Bucharest"))
                .plusDays(40)
                .toString();
        portal.page().locator("#special\\:date").fill(date);
        portal.page().locator("#special\\:name").fill("Inventar");
        portal.page().locator("#special\\:closed").uncheck();
        Locator times = portal.page().locator("#special\\:hours input");
        assertThat(times).hasCount(2);
        times.nth(0).fill("10:00");
        times.nth(1).fill("11:59");
        portal.button("Salvează ziua").click();
        Locator line =
                portal.page().locator("#special-days > li").filter(new Locator.FilterOptions().setHasText("Inventar"));
        assertThat(line).containsText("10:00–12:00");
        line.locator("[title^='Renunță']").click();
        assertThat(line).hasCount(0);
    }

    @Test
    void day_that_has_passed_is_refused_beside_the_field() {
        portal.page().locator("#special\\:date").evaluate("e => e.removeAttribute('min')");
        portal.page().locator("#special\\:date").fill("2020-01-01");
        portal.button("Salvează ziua").click();
        assertThat(portal.page().locator("#special\\:date-message")).containsText("Ziua a trecut deja");
    }
}
