package ro.clickphone.pbx.invoice;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.VatSplit;

/**
 * What an invoice is to be issued for.
 *
 * @param item what was sold
 * @param suppliedOn for prepaid credit: the day on which it was sold (MFP 408212/2013), or the advance came in
 * @param remark about the payment
 * @param rate of an advance that pays for this: what was reckoned by it stays (Cod fiscal, art. 290); else today's
 */
public record Sale(
        DocumentKind kind,
        String item,
        VatSplit amounts,
        LocalDate suppliedOn,
        PaidBy paidBy,
        String remark,
        Optional<EuroRate> rate) {
    private static final int LONGEST_ITEM = 200;
    private static final int LONGEST_REMARK = 200;

    /** Credit that was paid: the sale is the supply. */
    public Sale(String item, VatSplit amounts, LocalDate suppliedOn, PaidBy paidBy, String remark) {
        this(DocumentKind.INVOICE, item, amounts, suppliedOn, paidBy, remark, Optional.empty());
    }

    public Sale {
        Objects.requireNonNull(rate, "rate");
        if (!kind.isPayment() && kind != DocumentKind.SERVICES) {
            throw new IllegalArgumentException(kind + " is no invoice");
        }
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
