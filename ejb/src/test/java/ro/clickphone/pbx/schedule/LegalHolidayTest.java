package ro.clickphone.pbx.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegalHolidayTest {
    @ParameterizedTest
    @ValueSource(strings = {"2018-04-08", "2022-04-24", "2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02"})
    void orthodox_easter_falls_on_the_published_day(String sunday) {
        LocalDate easter = LocalDate.parse(sunday);
        assertThat(LegalHoliday.orthodoxEaster(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void holidays_of_2026_are_the_published_ones() {
        List<String> days = Arrays.stream(LegalHoliday.values())
                .map(holiday -> holiday.in(2026).toString().substring(5))
                .distinct()
                .toList();
        assertThat(days)
                .containsExactly(
                        "01-01", "01-02", "01-06", "01-07", "01-24", "04-10", "04-12", "04-13", "05-01", "05-31",
                        "06-01", "08-15", "11-30", "12-01", "12-25", "12-26");
    }

    @Test
    void day_that_is_twice_a_holiday_has_one_name() {
        assertThat(LegalHoliday.on(LocalDate.parse("2026-06-01"))).contains(LegalHoliday.PENTECOST_MONDAY);
        assertThat(LegalHoliday.on(LocalDate.parse("2026-06-02"))).isEmpty();
    }
}
