package ro.clickphone.pbx.payment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.VatSplit;

/**
 * An offer of credit.
 *
 * @param amounts what it costs
 * @param rate at which it may be paid in lei until it expires
 * @param invoice printed number, once it is paid
 */
public record Proforma(
        AccountId account,
        PaymentReference reference,
        VatSplit amounts,
        EuroRate rate,
        ProformaState state,
        Instant createdAt,
        LocalDate expiresOn,
        Optional<String> invoice)
        implements Serializable {
    public boolean isOpen() {
        return state == ProformaState.OPEN;
    }

    public BigDecimal grossInLei() {
        return rate.inLei(amounts.gross());
    }
}
