package ro.clickphone.pbx.tax;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * What a euro is in lei, as the National Bank (BNR) said for a day: for VAT in lei and for payments between residents
 * (Cod fiscal, art. 290).
 *
 * @param day for which it holds, and until the next is said
 * @param lei from 1 to 99.9999, four decimals
 */
public record EuroRate(LocalDate day, BigDecimal lei) implements Serializable {
    private static final BigDecimal LOWEST = BigDecimal.ONE;
    private static final BigDecimal ABOVE_ALL = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;
    private static final int BANI = 2;

    /** @throws Refusal {@code tax.euro.rate} */
    public EuroRate {
        Objects.requireNonNull(day, "day");
        if (lei.compareTo(LOWEST) < 0
                || lei.compareTo(ABOVE_ALL) >= 0
                || lei.stripTrailingZeros().scale() > DECIMALS) {
            throw new Refusal("tax.euro.rate", "lei");
        }
        lei = lei.setScale(DECIMALS);
    }

    /** Lei and bani, HALF_UP. */
    public BigDecimal inLei(BigDecimal euro) {
        return euro.multiply(lei).setScale(BANI, RoundingMode.HALF_UP);
    }

    /** Euro and cents, HALF_UP. */
    public BigDecimal inEuro(BigDecimal amountInLei) {
        return amountInLei.divide(lei, BANI, RoundingMode.HALF_UP);
    }
}
