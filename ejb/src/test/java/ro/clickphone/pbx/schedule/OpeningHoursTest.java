package ro.clickphone.pbx.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {
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
        assertThat(OFFICE.openAt(Instant.parse("2026-01-12T06:59:59Z"), BUCHAREST))
                .isFalse();
        assertThat(OFFICE.openAt(Instant.parse("2026-01-12T07:00:00Z"), BUCHAREST))
                .isTrue();
        assertThat(OFFICE.openAt(Instant.parse("2026-07-13T05:59:59Z"), BUCHAREST))
                .isFalse();
        assertThat(OFFICE.openAt(Instant.parse("2026-07-13T06:00:00Z"), BUCHAREST))
                .isTrue();
    }

    @Test
    void hour_that_comes_twice_in_october_is_open_both_times() {
        OpeningHours early = new OpeningHours(List.of(interval(SUNDAY, "03:00", "03:59")));
        assertThat(early.openAt(Instant.parse("2026-10-25T00:30:00Z"), BUCHAREST))
                .isTrue();
        assertThat(early.openAt(Instant.parse("2026-10-25T01:30:00Z"), BUCHAREST))
                .isTrue();
        assertThat(early.openAt(Instant.parse("2026-10-25T02:00:00Z"), BUCHAREST))
                .isFalse();
    }

    @Test
    void hour_that_is_left_out_in_march_does_not_shift_the_rest() {
        OpeningHours early = new OpeningHours(List.of(interval(SUNDAY, "02:00", "04:59")));
        assertThat(early.openAt(Instant.parse("2026-03-29T00:59:59Z"), BUCHAREST))
                .isTrue();
        assertThat(early.openAt(Instant.parse("2026-03-29T01:00:00Z"), BUCHAREST))
                .isTrue();
        assertThat(early.openAt(Instant.parse("2026-03-29T02:00:00Z"), BUCHAREST))
                .isFalse();
    }

    @Test
    void too_many_intervals_are_refused() {
        List<OpenInterval> many =
                Collections.nCopies(OpeningHours.MOST_INTERVALS + 1, interval(MONDAY, "09:00", "09:59"));
        assertThatThrownBy(() -> new OpeningHours(many)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OpenInterval interval(DayOfWeek day, String from, String last) {
        return new OpenInterval(day, LocalTime.parse(from), LocalTime.parse(last));
    }

    private static boolean open(OpeningHours hours, String local) {
        return hours.openAt(LocalDateTime.parse(local).atZone(BUCHAREST).toInstant(), BUCHAREST);
    }
}
