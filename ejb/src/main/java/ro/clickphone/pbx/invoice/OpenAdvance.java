package ro.clickphone.pbx.invoice;

import java.math.BigDecimal;
import ro.clickphone.pbx.tax.VatSplit;

/**
 * An advance of which something is left.
 *
 * @param left what no credit note has taken back yet
 * @param netAtEnd the same without VAT, as it was when the month that is looked at ended
 */
public record OpenAdvance(Invoice invoice, VatSplit left, BigDecimal netAtEnd) {}
