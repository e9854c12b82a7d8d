package ro.clickphone.pbx.tax;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount without VAT, its VAT, and both together; two decimals, in one currency. Negative for what is given back. */
public record VatSplit(BigDecimal percent, BigDecimal net, BigDecimal vat, BigDecimal gross) implements Serializable {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int CENTS = 2;

    public VatSplit {
        if (net.add(vat).compareTo(gross) != 0) {
            throw new IllegalArgumentException(net + " and " + vat + " are not " + gross);
        }
    }

    /** What must be paid for so much credit: 20.00 at 21 % is 24.20. */
    public static VatSplit ofNet(BigDecimal net, VatRate rate) {
        BigDecimal base = net.setScale(CENTS, RoundingMode.UNNECESSARY);
        BigDecimal vat = base.multiply(rate.percent()).divide(HUNDRED, CENTS, RoundingMode.HALF_UP);
        return new VatSplit(rate.percent(), base, vat, base.add(vat));
    }

    /** What so much paid is worth as credit; the VAT is the rest, so that not a cent gets lost. */
    public static VatSplit ofGross(BigDecimal gross, VatRate rate) {
        BigDecimal paid = gross.setScale(CENTS, RoundingMode.UNNECESSARY);
        BigDecimal net = paid.multiply(HUNDRED).divide(HUNDRED.add(rate.percent()), CENTS, RoundingMode.HALF_UP);
        return new VatSplit(rate.percent(), net, paid.subtract(net), paid);
    }

    public VatSplit negated() {
        return new VatSplit(percent, net.negate(), vat.negate(), gross.negate());
    }
}
