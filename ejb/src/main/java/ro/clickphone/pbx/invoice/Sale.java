package ro.clickphone.pbx.invoice;

import java.time.LocalDate;
import java.util.Objects;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.tax.VatSplit;

/**
 * What an invoice is to be issued for.
 *
 * @param item what was sold
 * @param suppliedOn for prepaid credit: the day on which it was sold (MFP 408212/2013)
 * @param remark about the payment
 */
public record Sale(String item, VatSplit amounts, LocalDate suppliedOn, PaidBy paidBy, String remark) {
    private static final int LONGEST_ITEM = 200;
    private static final int LONGEST_REMARK = 200;

    public Sale {
        Objects.requireNonNull(suppliedOn, "suppliedOn");
        Objects.requireNonNull(paidBy, "paidBy");
        if (item.isBlank() || item.length() > LONGEST_ITEM || remark.length() > LONGEST_REMARK) {
            throw new IllegalArgumentException("item or remark has no length for an invoice: " + item);
        }
        if (amounts.net().signum() <= 0) {
            throw new Refusal("invoice.amount", "amount", amounts.net());
        }
    }
}
