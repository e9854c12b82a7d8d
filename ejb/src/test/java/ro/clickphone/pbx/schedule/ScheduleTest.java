package ro.clickphone.pbx.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.schedule.Schedule.DayRule;

class ScheduleTest {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    /** Manual, item 88. */
    private static final OpeningHours OFFICE = new OpeningHours(Stream.of(DayOfWeek.values())
            .limit(5)
            .map(day -> interval(day, "09:00", "17:59"))
            .toList());

    @Test
    void end_minute_is_inclusive_item_88() {
        assertThat(open(OFFICE, "2026-11-23T17:59:59")).isTrue();
        assertThat(open(OFFICE, "2026-11-23T18:00:00")).isFalse();
    }

    @Test
    void start_minute_is_the_first_open_one_item_88() {
        assertThat(open(OFFICE, "2026-11-23T08:59:59.999")).isFalse();
        assertThat(open(OFFICE, "2026-11-23T09:00:00")).isTrue();
    }

    @Test
    void closed_at_the_weekend_item_88() {
        assertThat(open(OFFICE, "2026-11-21T12:00:00")).isFalse();
        assertThat(open(OFFICE, "2026-11-22T12:00:00")).isFalse();
    }

    @Test
    void no_day_ticked_means_always_open_item_86() {
        assertThat(open(OpeningHours.ALWAYS_OPEN, "2026-11-22T03:00:00")).isTrue();
    }

    @Test
    void lunch_break_is_closed_when_a_day_has_two_intervals() {
        OpeningHours split =
                new OpeningHours(List.of(interval(MONDAY, "13:00", "16:59"), interval(MONDAY, "09:00", "11:59")));
        assertThat(open(split, "2026-11-23T11:59:30")).isTrue();
        assertThat(open(split, "2026-11-23T12:00:00")).isFalse();
        assertThat(open(split, "2026-11-23T13:00:00")).isTrue();
    }

    @Test
    void night_shift_goes_on_after_midnight_of_its_own_day_only() {
        OpeningHours night = new OpeningHours(List.of(interval(FRIDAY, "22:00", "05:59")));
        assertThat(open(night, "2026-11-20T22:00:00")).isTrue();
        assertThat(open(night, "2026-11-21T05:59:59")).isTrue();
        assertThat(open(night, "2026-11-21T06:00:00")).isFalse();
        assertThat(open(night, "2026-11-20T05:00:00")).isFalse();
        assertThat(open(night, "2026-11-21T22:00:00")).isFalse();
    }

    @Test
    void night_shift_of_sunday_ends_on_monday() {
        OpeningHours night = new OpeningHours(List.of(interval(SUNDAY, "20:00", "01:59")));
        assertThat(open(night, "2026-11-23T01:59:00")).isTrue();
        assertThat(open(night, "2026-11-23T02:00:00")).isFalse();
    }

    @Test
    void whole_day_includes_its_last_second() {
        OpeningHours day = new OpeningHours(List.of(interval(SATURDAY, "00:00", "23:59")));
        assertThat(open(day, "2026-11-21T23:59:59")).isTrue();
        assertThat(open(day, "2026-11-22T00:00:00")).isFalse();
    }

    @Test
    void nine_is_nine_on_the_wall_in_winter_and_summer() {
        assertThat(Schedule.weekly(OFFICE).openAt(Instant.parse("2026-01-12T06:59:59Z"), BUCHAREST))
                .isFalse();
        assertThat(Schedule.weekly(OFFICE).openAt(Instant.parse("2026-01-12T07:00:00Z"), BUCHAREST))
                .isTrue();
        assertThat(Schedule.weekly(OFFICE).openAt(Instant.parse("2026-07-13T05:59:59Z"), BUCHAREST))
                .isFalse();
        assertThat(Schedule.weekly(OFFICE).openAt(Instant.parse("2026-07-13T06:00:00Z"), BUCHAREST))
                .isTrue();
    }

    @Test
    void hour_that_comes_twice_in_october_is_open_both_times() {
        OpeningHours early = new OpeningHours(List.of(interval(SUNDAY, "03:00", "03:59")));
        assertThat(Schedule.weekly(early).openAt(Instant.parse("2026-10-25T00:30:00Z"), BUCHAREST))
                .isTrue();
        assertThat(Schedule.weekly(early).openAt(Instant.parse("2026-10-25T01:30:00Z"), BUCHAREST))
                .isTrue();
        assertThat(Schedule.weekly(early).openAt(Instant.parse("2026-10-25T02:00:00Z"), BUCHAREST))
                .isFalse();
    }

    @Test
    void hour_that_is_left_out_in_march_does_not_shift_the_rest() {
        OpeningHours early = new OpeningHours(List.of(interval(SUNDAY, "02:00", "04:59")));
        assertThat(Schedule.weekly(early).openAt(Instant.parse("2026-03-29T00:59:59Z"), BUCHAREST))
                .isTrue();
        assertThat(Schedule.weekly(early).openAt(Instant.parse("2026-03-29T01:00:00Z"), BUCHAREST))
                .isTrue();
        assertThat(Schedule.weekly(early).openAt(Instant.parse("2026-03-29T02:00:00Z"), BUCHAREST))
                .isFalse();
    }

    @Test
    void too_many_intervals_are_refused() {
        List<OpenInterval> many =
                Collections.nCopies(OpeningHours.MOST_INTERVALS + 1, interval(MONDAY, "09:00", "09:59"));
        assertThatThrownBy(() -> new OpeningHours(many)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holiday_is_closed_only_when_the_customer_says_so() {
        assertThat(office(HolidayRule.AS_ANY_DAY).openAt(at("2026-12-01T12:00:00"), BUCHAREST))
                .isTrue();
        Schedule.Verdict verdict = office(HolidayRule.CLOSED).at(at("2026-12-01T12:00:00"), BUCHAREST);
        assertThat(verdict.isOpen()).isFalse();
        assertThat(verdict.rule()).isEqualTo(new DayRule.Holiday(LegalHoliday.NATIONAL_DAY));
    }

    @Test
    void exchange_without_hours_closes_on_holidays_when_wanted() {
        Schedule schedule = new Schedule(OpeningHours.ALWAYS_OPEN, HolidayRule.CLOSED, List.of());
        assertThat(schedule.openAt(at("2026-12-25T12:00:00"), BUCHAREST)).isFalse();
        assertThat(schedule.openAt(at("2026-12-27T12:00:00"), BUCHAREST)).isTrue();
        assertThat(schedule.alwaysOpen()).isFalse();
    }

    @Test
    void date_of_its_own_goes_before_the_holiday_and_the_week() {
        SpecialDay morning =
                new SpecialDay(LocalDate.parse("2026-12-01"), "livrări", List.of(interval(TUESDAY, "08:00", "11:59")));
        Schedule schedule = office(HolidayRule.CLOSED, morning, SpecialDay.closed(LocalDate.parse("2026-12-02"), ""));
        assertThat(schedule.openAt(at("2026-12-01T08:00:00"), BUCHAREST)).isTrue();
        assertThat(schedule.openAt(at("2026-12-01T12:00:00"), BUCHAREST)).isFalse();
        assertThat(schedule.openAt(at("2026-12-02T12:00:00"), BUCHAREST)).isFalse();
        assertThat(schedule.openAt(at("2026-12-03T12:00:00"), BUCHAREST)).isTrue();
    }

    @Test
    void night_shift_of_the_eve_goes_on_into_the_holiday_and_none_begins_on_it() {
        OpeningHours nights =
                new OpeningHours(List.of(interval(THURSDAY, "22:00", "05:59"), interval(FRIDAY, "22:00", "05:59")));
        Schedule schedule = new Schedule(nights, HolidayRule.CLOSED, List.of());
        assertThat(schedule.openAt(at("2026-12-25T05:59:59"), BUCHAREST)).isTrue();
        assertThat(schedule.openAt(at("2026-12-25T23:00:00"), BUCHAREST)).isFalse();
        assertThat(schedule.openAt(at("2026-12-26T03:00:00"), BUCHAREST)).isFalse();
    }

    @Test
    void next_change_passes_over_weekend_and_holidays() {
        Schedule schedule = office(HolidayRule.CLOSED);
        assertThat(schedule.nextChange(at("2026-11-27T12:00:00"), BUCHAREST)).contains(at("2026-11-27T18:00:00"));
        // Monday 30 November and Tuesday 1 December are holidays
        assertThat(schedule.nextChange(at("2026-11-27T18:00:00"), BUCHAREST)).contains(at("2026-12-02T09:00:00"));
        assertThat(Schedule.ALWAYS_OPEN.nextChange(at("2026-11-27T12:00:00"), BUCHAREST))
                .isEmpty();
    }

    @Test
    void next_change_is_told_by_the_wall_clock_over_a_change_of_time() {
        Schedule schedule = Schedule.weekly(OFFICE);
        assertThat(schedule.nextChange(at("2026-10-23T19:00:00"), BUCHAREST))
                .contains(Instant.parse("2026-10-26T07:00:00Z"));
        assertThat(schedule.nextChange(at("2026-03-27T19:00:00"), BUCHAREST))
                .contains(Instant.parse("2026-03-30T06:00:00Z"));
    }

    private static Schedule office(HolidayRule holidays, SpecialDay... special) {
        return new Schedule(OFFICE, holidays, List.of(special));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BUCHAREST).toInstant();
    }

    private static OpenInterval interval(DayOfWeek day, String from, String last) {
        return new OpenInterval(day, LocalTime.parse(from), LocalTime.parse(last));
    }

    private static boolean open(OpeningHours hours, String local) {
        return Schedule.weekly(hours).openAt(at(local), BUCHAREST);
    }
}
