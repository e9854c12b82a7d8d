package ro.clickphone.pbx.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import ro.clickphone.pbx.tax.VatRate;
import ro.clickphone.pbx.tax.VatSplit;

/**
 * What is left of an invoice after its credit notes. The last of them takes all of it, so that invoice and credit notes are
 * zero together to the cent, in euro and in lei, however they were rounded.
 */
record Rest(VatSplit amounts, BigDecimal vatInLei) {

    /** @param notes their amounts are negative */
    static Rest of(Invoice origin, List<Invoice> notes) {
        return new Rest(
                new VatSplit(
                        origin.amounts().percent(),
                        left(origin, notes, invoice -> invoice.amounts().net()),
                        left(origin, notes, invoice -> invoice.amounts().vat()),
                        left(origin, notes, invoice -> invoice.amounts().gross())),
                left(origin, notes, Invoice::vatInLei));
    }

    private static BigDecimal left(Invoice origin, List<Invoice> notes, Function<Invoice, BigDecimal> amount) {
        return notes.stream().map(amount).reduce(amount.apply(origin), BigDecimal::add);
    }

    Rest part(BigDecimal gross, Invoice origin) {
        if (gross.compareTo(amounts.gross()) == 0) {
            return this;
        }
        VatRate rate = new VatRate(origin.issuedOn(), origin.amounts().percent());
        VatSplit split = VatSplit.ofGross(gross, rate);
        return new Rest(split, origin.rate().inLei(split.vat()));
    }
}
