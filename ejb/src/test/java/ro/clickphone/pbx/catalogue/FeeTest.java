package ro.clickphone.pbx.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.clickphone.pbx.kernel.Money;

class FeeTest {
    @ParameterizedTest
    @CsvSource({
        "2015-10-05, 7.00, 5.87, 7.00 × 26/31 = 5.87",
        "2015-10-01, 7.00, 6.77, 7.00 × 30/31 = 6.77",
        "2015-10-31, 7.00, 0.00, 7.00 × 0/31 = 0.00",
        "2016-02-10, 7.00, 4.59, 7.00 × 19/29 = 4.59",
        "2015-02-10, 7.00, 4.50, 7.00 × 18/28 = 4.50"
    })
    void the_rest_of_a_month_is_its_full_days_after_today(LocalDate day, String price, String fee, String how) {
        assertThat(Fee.ofRest(Money.ofEuro(price), day)).isEqualTo(new Fee(Money.ofEuro(fee), how));
    }

    @ParameterizedTest
    @CsvSource({"2015-10-31, 0", "2015-10-05, 419", "2015-10-01, 483"})
    void minutes_of_a_first_month_shrink_with_its_price(LocalDate day, int minutes) {
        assertThat(Fee.minutesOfRest(500, day)).isEqualTo(minutes);
    }
}
