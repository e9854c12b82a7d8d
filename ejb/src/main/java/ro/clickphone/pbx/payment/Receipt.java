package ro.clickphone.pbx.payment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.ledger.TransferId;

/**
 * Money that has come in, VAT included.
 *
 * @param id what makes it happen once: the bank's line, the card's transaction
 * @param gross in euro, two decimals, positive
 * @param remark for the invoice: {@code OP din 25.11.2026}
 * @param proforma the one that it pays, if it names one
 */
public record Receipt(
        TransferId id, BigDecimal gross, PaidBy paidBy, String remark, Optional<PaymentReference> proforma) {
    /** @throws Refusal {@code payment.nothing} */
    public Receipt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(paidBy, "paidBy");
        Objects.requireNonNull(proforma, "proforma");
        if (gross.signum() <= 0) {
            throw new Refusal("payment.nothing", "amount", gross);
        }
    }
}
