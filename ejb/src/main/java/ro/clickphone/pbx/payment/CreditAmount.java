package ro.clickphone.pbx.payment;

import java.io.Serializable;
import java.math.BigDecimal;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;

/** How much credit can be bought at once, in euro without VAT: from 5 to 10,000, in whole cents. */
public record CreditAmount(BigDecimal euro) implements Serializable {
    public static final BigDecimal LEAST = new BigDecimal("5.00");
    public static final BigDecimal MOST = new BigDecimal("10000.00");
    private static final int CENTS = 2;
    private static final int LONGEST = 20;

    /** @throws Refusal {@code payment.amount.form} with more than two decimals, {@code payment.amount} out of range */
    public CreditAmount {
        if (euro.stripTrailingZeros().scale() > CENTS) {
            throw new Refusal("payment.amount.form", "amount");
        }
        if (euro.compareTo(LEAST) < 0 || euro.compareTo(MOST) > 0) {
            throw new Refusal("payment.amount", "amount", LEAST.intValue(), MOST.intValue());
        }
        euro = euro.setScale(CENTS);
    }

    /** {@code 20}, {@code 20.5}, {@code 20,50}. @throws Refusal {@code payment.amount.form}, {@code payment.amount} */
    public static CreditAmount parse(String text) {
        String figures = text.strip().replace(',', '.');
        if (figures.length() > LONGEST || !figures.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
            throw new Refusal("payment.amount.form", "amount");
        }
        return new CreditAmount(new BigDecimal(figures));
    }

    public Money asMoney() {
        return Money.ofEuro(euro);
    }
}
