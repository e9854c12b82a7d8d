package ro.clickphone.pbx.correction;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * Something that finance puts right.
 *
 * @param amount in euro: what the wallet gets more or less; of a refund what is given back, with VAT, positive
 * @param refunds the invoice that is given back, whole or in part; empty when the wallet alone is corrected
 * @param reason for the customer too: it stands on the statement and on the credit note
 * @param decidedBy empty before it is decided
 * @param document printed number of the credit note; empty when there is none
 */
public record Correction(
        long id,
        AccountId account,
        BigDecimal amount,
        Optional<InvoiceNumber> refunds,
        String reason,
        CorrectionState state,
        Instant proposedAt,
        String proposedBy,
        Optional<Instant> decidedAt,
        String decidedBy,
        String document,
        MoneyBack moneyBack)
        implements Serializable {}
