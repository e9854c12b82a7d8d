package ro.clickphone.pbx.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import ro.clickphone.pbx.billing.County;
import ro.clickphone.pbx.billing.FiscalCode;
import ro.clickphone.pbx.billing.Iban;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.billing.PostalAddress;
import ro.clickphone.pbx.billing.Supplier;
import ro.clickphone.pbx.tax.EuroRate;
import ro.clickphone.pbx.tax.VatRate;
import ro.clickphone.pbx.tax.VatSplit;

/** Documents as the exchange makes them. */
public final class SampleDocuments {
    public static final LocalDate DAY = LocalDate.parse("2026-11-25");
    public static final VatRate VAT = new VatRate(LocalDate.parse("2025-08-01"), new BigDecimal("21"));
    public static final EuroRate RATE = new EuroRate(DAY, new BigDecimal("5.0873"));
    public static final Supplier SUPPLIER = new Supplier(
            new Party(
                    "ClickPhone Demo SRL",
                    Optional.of(FiscalCode.parse("RO17072761")),
                    "J40/20/2005",
                    new PostalAddress("Șoseaua Pipera 42, etaj 3", "SECTOR2", County.B),
                    "facturi@clickphone.example"),
            new Iban("RO49AAAA1B31007593840000"),
            "Banca Exemplu",
            "90.000 lei",
            "031 005 0500");
    public static final Party COMPANY = new Party(
            "Ionescu Consult SRL",
            Optional.of(FiscalCode.parse("RO14835419")),
            "J12/345/2015",
            new PostalAddress("Str. Țebei nr. 21, bl. Ș1, ap. 7", "Cluj-Napoca", County.CJ),
            "office@ionescu.example");
    public static final Party PERSON = new Party(
            "Ștefan Țăranu",
            Optional.empty(),
            "",
            new PostalAddress("Aleea Înfrățirii 3", "SECTOR6", County.B),
            "stefan@taranu.example");

    private SampleDocuments() {}

    public static Document invoice(Party customer, String net) {
        return document(DocumentKind.INVOICE, customer, VatSplit.ofNet(new BigDecimal(net), VAT), Optional.empty());
    }

    public static Document creditNote(Party customer, String net) {
        return document(
                DocumentKind.CREDIT_NOTE,
                customer,
                VatSplit.ofNet(new BigDecimal(net), VAT),
                Optional.of(
                        new Origin("00000123/20.11.2026", LocalDate.parse("2026-11-20"), "plată făcută din greșeală")));
    }

    public static Document document(DocumentKind kind, Party customer, VatSplit amounts, Optional<Origin> origin) {
        return new Document(
                kind,
                "00000124/25.11.2026",
                DAY,
                DAY,
                SUPPLIER,
                customer,
                "Credit preplătit pentru servicii de telefonie",
                amounts,
                RATE,
                PaidBy.BANK_TRANSFER,
                "OP din 25.11.2026, referința CP-7K3M-9QTX",
                origin);
    }
}
