package ro.clickphone.pbx.invoice;

import java.io.Serializable;
import java.math.BigDecimal;

/** What was invoiced at one rate of VAT in a period; credit notes are taken off. */
public record VatSum(
        BigDecimal percent, long documents, BigDecimal net, BigDecimal vat, BigDecimal gross, BigDecimal vatInLei)
        implements Serializable {}
