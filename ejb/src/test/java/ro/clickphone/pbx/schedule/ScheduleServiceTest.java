package ro.clickphone.pbx.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.account.NewAccount;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.world.World;

class ScheduleServiceTest {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static World world;
    private static long accounts = 61_000;

    private final AccountId account = new AccountId(++accounts);
    private final AccountId neighbour = new AccountId(++accounts);
    private ScheduleService schedules;

    @BeforeAll
    static void open() {
        world = World.open();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void customers() {
        world.clock().setLocal("2026-11-26T18:00:00");
        List.of(account, neighbour)
                .forEach(id -> world.the(AccountService.class).create(id, new NewAccount("Flori SRL", BUCHAREST, 5)));
        schedules = world.the(ScheduleService.class);
    }

    @Test
    void date_with_its_own_hours_is_kept_and_the_neighbour_has_none() {
        SpecialDay day = new SpecialDay(
                LocalDate.parse("2026-12-24"),
                "Ajun",
                List.of(
                        interval(DayOfWeek.THURSDAY, "09:00", "11:59"),
                        interval(DayOfWeek.THURSDAY, "22:00", "01:59")));
        schedules.set(account, day);
        schedules.observe(account, HolidayRule.CLOSED);

        assertThat(schedules.schedule(account))
                .isEqualTo(new Schedule(OpeningHours.ALWAYS_OPEN, HolidayRule.CLOSED, List.of(day)));
        assertThat(schedules.schedule(neighbour)).isEqualTo(Schedule.ALWAYS_OPEN);
    }

    @Test
    void date_said_again_has_the_new_hours_only() {
        LocalDate date = LocalDate.parse("2026-12-24");
        schedules.set(account, new SpecialDay(date, "Ajun", List.of(interval(DayOfWeek.THURSDAY, "09:00", "11:59"))));
        schedules.set(account, SpecialDay.closed(date, "Ajun"));
        assertThat(schedules.schedule(account).special()).containsExactly(SpecialDay.closed(date, "Ajun"));
        schedules.forget(account, date);
        assertThat(schedules.schedule(account)).isEqualTo(Schedule.ALWAYS_OPEN);
    }

    @Test
    void second_of_two_who_edit_the_week_is_told_and_replaces_nothing() {
        OpeningHours read = schedules.schedule(account).week();
        OpeningHours first = new OpeningHours(List.of(interval(DayOfWeek.MONDAY, "09:00", "17:59")));
        schedules.save(account, read, first);
        OpeningHours second = new OpeningHours(List.of(interval(DayOfWeek.TUESDAY, "10:00", "13:59")));
        assertThatThrownBy(() -> schedules.save(account, read, second))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("edit.stale"));
        assertThat(schedules.schedule(account).week()).isEqualTo(first);
        schedules.save(account, first, second);
        assertThat(schedules.schedule(account).week()).isEqualTo(second);
    }

    @Test
    void day_that_has_passed_in_the_customers_zone_is_refused() {
        world.clock().setLocal("2026-11-27T00:30:00"); // in UTC it is still the 26th
        assertThatThrownBy(() -> schedules.set(account, SpecialDay.closed(LocalDate.parse("2026-11-26"), "")))
                .isInstanceOf(Refusal.class);
        schedules.set(account, SpecialDay.closed(LocalDate.parse("2026-11-27"), ""));
    }

    @Test
    void dates_long_past_are_forgotten() {
        schedules.set(account, SpecialDay.closed(LocalDate.parse("2026-12-01"), ""));
        world.clock().setLocal("2027-03-05T12:00:00");
        schedules.set(account, SpecialDay.closed(LocalDate.parse("2027-03-08"), ""));
        assertThat(schedules.schedule(account).special())
                .containsExactly(SpecialDay.closed(LocalDate.parse("2027-03-08"), ""));
    }

    private static OpenInterval interval(DayOfWeek day, String from, String last) {
        return new OpenInterval(day, LocalTime.parse(from), LocalTime.parse(last));
    }
}
