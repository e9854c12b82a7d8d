package ro.clickphone.pbx.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.billing.Supplier;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.VatSplit;

/**
 * A document in euro with its VAT also in lei (Cod fiscal, art. 319, (20) and (23)).
 *
 * @param number {@code 07929944/05.10.2015}; a proforma's is its payment reference
 * @param suppliedOn when the service was rendered: for prepaid credit, when it was sold
 * @param item what was sold, 1 to 200 characters
 * @param amounts positive also on a credit note: its kind says that they are given back
 * @param rate for the VAT in lei
 * @param vatInLei by that rate; of the last part of what is taken back, what the other parts have left
 * @param remark about the payment; may be empty
 * @param origin of a credit note, and of nothing else
 */
public record Document(
        DocumentKind kind,
        String number,
        LocalDate issuedOn,
        LocalDate suppliedOn,
        Supplier supplier,
        Party customer,
        String item,
        VatSplit amounts,
        EuroRate rate,
        BigDecimal vatInLei,
        PaidBy paidBy,
        String remark,
        Optional<Origin> origin) {
    /** With its VAT in lei by the rate. */
    public Document(
            DocumentKind kind,
            String number,
            LocalDate issuedOn,
            LocalDate suppliedOn,
            Supplier supplier,
            Party customer,
            String item,
            VatSplit amounts,
            EuroRate rate,
            PaidBy paidBy,
            String remark,
            Optional<Origin> origin) {
        this(
                kind,
                number,
                issuedOn,
                suppliedOn,
                supplier,
                customer,
                item,
                amounts,
                rate,
                rate.inLei(amounts.vat()),
                paidBy,
                remark,
                origin);
    }

    public Document {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(remark, "remark");
        if (amounts.gross().signum() <= 0) {
            throw new IllegalArgumentException("the amount of a document is " + amounts.gross());
        }
        if (origin.isPresent() != (kind == DocumentKind.CREDIT_NOTE)) {
            throw new IllegalArgumentException(kind + " with origin " + origin);
        }
    }
}
