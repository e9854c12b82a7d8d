package ro.clickphone.pbx.tax;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * The standard rate of VAT from a day on, until the next one begins (Cod fiscal, art. 291).
 *
 * @param percent from 0 to 99.99, two decimals
 */
public record VatRate(LocalDate from, BigDecimal percent) implements Serializable {
    private static final BigDecimal ABOVE_ALL = BigDecimal.valueOf(100);

    /** @throws Refusal {@code tax.vat.percent} */
    public VatRate {
        Objects.requireNonNull(from, "from");
        if (percent.signum() < 0
                || percent.compareTo(ABOVE_ALL) >= 0
                || percent.stripTrailingZeros().scale() > 2) {
            throw new Refusal("tax.vat.percent", "percent");
        }
        percent = percent.setScale(2);
    }

    /** {@code 21} or {@code 10.5}: without zeros that say nothing. */
    public String percentText() {
        return percent.stripTrailingZeros().toPlainString();
    }
}
