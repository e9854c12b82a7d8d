package ro.clickphone.pbx.correction;

import java.math.BigDecimal;
import ro.clickphone.pbx.kernel.Refusal;

/** An amount as a person of finance writes it. Pure. */
final class CorrectionAmount {
    /** Whoever needs more writes two, and is asked twice. */
    private static final BigDecimal MOST = new BigDecimal("100000");

    private CorrectionAmount() {}

    /** With its sign. @throws Refusal {@code correction.amount} unless whole cents, not 0, up to 100 000 euro */
    static BigDecimal signed(String text) {
        String figures = text.strip().replace(',', '.').replace('−', '-');
        if (!figures.matches("[+-]?[0-9]{1,6}(\\.[0-9]{1,2})?")) {
            throw new Refusal("correction.amount", "amount");
        }
        BigDecimal amount = new BigDecimal(figures).setScale(2);
        if (amount.signum() == 0 || amount.abs().compareTo(MOST) > 0) {
            throw new Refusal("correction.amount", "amount");
        }
        return amount;
    }

    /** @throws Refusal {@code correction.amount} also when it is negative */
    static BigDecimal positive(String text) {
        BigDecimal amount = signed(text);
        if (amount.signum() < 0) {
            throw new Refusal("correction.amount", "amount");
        }
        return amount;
    }
}
