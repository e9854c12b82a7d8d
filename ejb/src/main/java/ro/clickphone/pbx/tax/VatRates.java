package ro.clickphone.pbx.tax;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import ro.clickphone.pbx.kernel.Refusal;

/** The standard rates of VAT over the years: 24 % in October 2015, 20 % in 2016, 21 % since August 2025. */
public record VatRates(List<VatRate> rates) {
    public VatRates {
        rates = rates.stream()
                .sorted(Comparator.comparing(VatRate::from).reversed())
                .toList();
    }

    /**
     * The rate in force on that day.
     *
     * @throws Refusal {@code tax.vat.unknown} for a day before the first rate that is known
     */
    public VatRate on(LocalDate day) {
        return rates.stream()
                .filter(rate -> !rate.from().isAfter(day))
                .findFirst()
                .orElseThrow(() -> new Refusal("tax.vat.unknown", "", day));
    }
}
