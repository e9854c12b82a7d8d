package ro.clickphone.pbx.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.Refusal;

class VatSplitTest {
    private static final VatRates ROMANIA =
            new VatRates(List.of(rate("2010-07-01", "24"), rate("2016-01-01", "20"), rate("2025-08-01", "21")));

    @Test
    void credit_of_twenty_euro_costs_the_vat_of_its_day() {
        assertThat(costs("20.00", "2015-10-29")).isEqualTo("24.80");
        assertThat(costs("20.00", "2016-02-02")).isEqualTo("24.00");
        assertThat(costs("20.00", "2026-11-25")).isEqualTo("24.20");
    }

    @Test
    void the_rate_changes_at_midnight_of_its_first_day() {
        assertThat(ROMANIA.on(LocalDate.parse("2025-07-31")).percentText()).isEqualTo("20");
        assertThat(ROMANIA.on(LocalDate.parse("2025-08-01")).percentText()).isEqualTo("21");
    }

    @Test
    void a_day_before_every_known_rate_has_none() {
        assertThatThrownBy(() -> ROMANIA.on(LocalDate.parse("1999-12-31")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("tax.vat.unknown");
    }

    @Test
    void what_is_paid_at_once_gives_the_credit_that_it_is_worth() {
        VatSplit split = VatSplit.ofGross(new BigDecimal("24.20"), rate("2025-08-01", "21"));

        assertThat(split.net()).isEqualTo("20.00");
        assertThat(split.vat()).isEqualTo("4.20");
    }

    @Property
    void no_cent_is_lost_between_paid_and_credited(@ForAll @LongRange(min = 1, max = 1_000_000_00) long cents) {
        BigDecimal paid = BigDecimal.valueOf(cents, 2);
        VatSplit split = VatSplit.ofGross(paid, rate("2025-08-01", "21"));

        assertThat(split.net().add(split.vat())).isEqualByComparingTo(paid);
        assertThat(VatSplit.ofNet(split.net(), rate("2025-08-01", "21"))
                        .vat()
                        .subtract(split.vat())
                        .abs())
                .isLessThanOrEqualTo(new BigDecimal("0.01"));
    }

    @Property
    void the_price_of_credit_buys_that_credit(@ForAll @LongRange(min = 1, max = 1_000_000_00) long cents) {
        BigDecimal net = BigDecimal.valueOf(cents, 2);
        VatRate rate = rate("2025-08-01", "21");

        assertThat(VatSplit.ofGross(VatSplit.ofNet(net, rate).gross(), rate).net())
                .isEqualByComparingTo(net);
    }

    private static String costs(String net, String day) {
        return VatSplit.ofNet(new BigDecimal(net), ROMANIA.on(LocalDate.parse(day)))
                .gross()
                .toPlainString();
    }

    private static VatRate rate(String from, String percent) {
        return new VatRate(LocalDate.parse(from), new BigDecimal(percent));
    }
}
