package ro.clickphone.pbx.invoice;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.document.PaidBy;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.VatSplit;

/**
 * An invoice or a credit note as it was issued.
 *
 * @param printed the number as it stands on paper
 * @param customer as it was then
 * @param amounts negative on a credit note
 * @param vatInLei signed as the amounts are
 * @param takesBack the invoice that a credit note corrects
 */
public record Invoice(
        AccountId account,
        InvoiceNumber number,
        String printed,
        DocumentKind kind,
        Instant issuedAt,
        LocalDate issuedOn,
        LocalDate suppliedOn,
        Party customer,
        String item,
        VatSplit amounts,
        EuroRate rate,
        BigDecimal vatInLei,
        PaidBy paidBy,
        Optional<InvoiceNumber> takesBack,
        Reported reported)
        implements Serializable {
    /** The net amount in lei, signed as the amounts are. */
    public BigDecimal netInLei() {
        return rate.inLei(amounts.net());
    }
}
