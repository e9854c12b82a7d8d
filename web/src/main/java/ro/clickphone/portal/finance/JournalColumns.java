package ro.clickphone.portal.finance;

import java.util.List;
import ro.clickphone.pbx.invoice.Invoice;
import ro.clickphone.pbx.invoice.InvoiceNumber;

/** A line of the VAT journal, in columns that SAF-T (D406, SourceDocuments/SalesInvoices) names. */
final class JournalColumns {
    static final List<String> NAMES = List.of(
            "InvoiceNo",
            "InvoiceDate",
            "TaxPointDate",
            "InvoiceType",
            "AccountID",
            "CustomerName",
            "CustomerTaxID",
            "CustomerCounty",
            "Description",
            "CurrencyCode",
            "NetTotal",
            "TaxPercentage",
            "TaxAmount",
            "GrossTotal",
            "ExchangeRate",
            "NetTotalRON",
            "TaxAmountRON",
            "References",
            "eFactura");

    private JournalColumns() {}

    /** Texts and numbers. */
    static List<Object> of(Invoice invoice) {
        return List.of(
                invoice.printed(),
                invoice.issuedOn().toString(),
                invoice.suppliedOn().toString(),
                switch (invoice.kind()) {
                    case CREDIT_NOTE -> "381";
                    case INVOICE, ADVANCE, SERVICES, PROFORMA -> "380";
                },
                invoice.account().toString(),
                invoice.customer().name(),
                invoice.customer().fiscalCodeText(),
                invoice.customer().address().county().isoCode(),
                invoice.item(),
                "EUR",
                invoice.amounts().net(),
                invoice.amounts().percent(),
                invoice.amounts().vat(),
                invoice.amounts().gross(),
                invoice.rate().lei(),
                invoice.netInLei(),
                invoice.vatInLei(),
                invoice.takesBack().map(InvoiceNumber::toString).orElse(""),
                invoice.reported().name());
    }
}
