package ro.clickphone.portal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.call.CallStatus;

class ReportFilterTest {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final Clock LAST_EVENING_OF_MARCH_IN_UTC =
            Clock.fixed(Instant.parse("2026-03-31T21:30:00Z"), ZoneOffset.UTC);

    private final ReportFilter filter = new ReportFilter();

    @Test
    void report_opens_on_the_month_of_the_account_s_zone() {
        filter.begin(LAST_EVENING_OF_MARCH_IN_UTC, BUCHAREST);
        assertThat(filter.asCallFilter().month()).isEqualTo(YearMonth.of(2026, 4));
        assertThat(filter.asCallFilter().zone()).isEqualTo(BUCHAREST);
    }

    @Test
    void nonsense_in_the_address_counts_as_not_given() {
        filter.setMonth(13);
        filter.setYear(-5);
        filter.setZone("../../etc");
        filter.setText("x".repeat(1000));
        filter.setStatus("<script>");
        filter.begin(LAST_EVENING_OF_MARCH_IN_UTC, BUCHAREST);
        assertThat(filter.asCallFilter().month()).isEqualTo(YearMonth.of(2026, 4));
        assertThat(filter.asCallFilter().statuses()).containsExactlyInAnyOrder(CallStatus.values());
        assertThat(filter.asCallFilter().text()).hasSize(64);
    }

    @Test
    void status_narrows_the_list() {
        filter.setStatus("LOST");
        filter.begin(LAST_EVENING_OF_MARCH_IN_UTC, BUCHAREST);
        assertThat(filter.asCallFilter().statuses()).containsExactly(CallStatus.LOST);
    }

    /** An empty input comes as nothing when a form is sent: the export of received calls had a head and no rows. */
    @Test
    void form_with_empty_inputs_asks_for_all_calls() {
        filter.begin(LAST_EVENING_OF_MARCH_IN_UTC, BUCHAREST);
        filter.setText(null);
        filter.setStatus(null);
        filter.setZone(null);
        assertThat(filter.asCallFilter().statuses()).hasSizeGreaterThan(1);
        assertThat(filter.zone()).isEqualTo(BUCHAREST);
    }
}
