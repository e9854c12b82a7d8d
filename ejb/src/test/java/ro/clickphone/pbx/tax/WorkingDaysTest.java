package ro.clickphone.pbx.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
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
