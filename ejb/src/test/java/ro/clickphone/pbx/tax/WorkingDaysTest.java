package ro.clickphone.pbx.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
    @ParameterizedTest
    @ValueSource(strings = {"2018-04-08", "2022-04-24", "2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02"})
    void orthodox_easter_falls_on_the_published_day(String sunday) {
        LocalDate easter = LocalDate.parse(sunday);
        assertThat(WorkingDays.orthodoxEaster(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void the_deadline_passes_over_weekend_and_two_national_days() {
        // Thursday 26 November 2026; St Andrew on Monday 30, the National Day on Tuesday 1 December
        assertThat(WorkingDays.after(LocalDate.parse("2026-11-26"), 5)).isEqualTo("2026-12-07");
    }

    @Test
    void the_deadline_passes_over_easter() {
        assertThat(WorkingDays.after(LocalDate.parse("2026-04-09"), 1)).isEqualTo("2026-04-14");
    }
}
