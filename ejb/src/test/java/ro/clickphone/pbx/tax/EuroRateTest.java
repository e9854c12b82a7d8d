package ro.clickphone.pbx.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.kernel.Refusal;

class EuroRateTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");

    @Test
    void vat_in_lei_is_rounded_to_whole_bani() {
        assertThat(new EuroRate(DAY, new BigDecimal("5.0873")).inLei(new BigDecimal("4.20")))
                .isEqualTo("21.37");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "0.9999", "100", "5.08731"})
    void a_rate_that_cannot_be_is_refused(String lei) {
        assertThatThrownBy(() -> new EuroRate(DAY, new BigDecimal(lei))).isInstanceOf(Refusal.class);
    }
}
