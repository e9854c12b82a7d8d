package ro.clickphone.pbx.document;

import com.helger.ubl21.UBL21Marshaller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;

/** A document as the tax office wants it: UBL 2.1 in the Romanian usage of EN 16931 (CIUS-RO 1.0.1). */
public final class Ubl {
    private static final String CIUS_RO = "urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1";
    private static final String INVOICE = "380";
    private static final String CREDIT_NOTE = "381";
    private static final String ONLY_LINE = "1";

    private Ubl() {}

    /** @throws IllegalArgumentException for a proforma, which the tax office does not know */
    public static String of(Document document) {
        byte[] xml =
                switch (document.kind()) {
                    case INVOICE, ADVANCE, SERVICES ->
                        UBL21Marshaller.invoice().setFormattedOutput(true).getAsBytes(invoice(document));
                    case CREDIT_NOTE ->
                        UBL21Marshaller.creditNote().setFormattedOutput(true).getAsBytes(creditNote(document));
                    case PROFORMA -> throw new IllegalArgumentException("a proforma is no fiscal document");
                };
        if (xml == null) {
            throw new IllegalStateException(
                    "the XML of " + document.number() + " does not keep to the schema of UBL 2.1");
        }
        return new String(xml, StandardCharsets.UTF_8);
    }

    private static InvoiceType invoice(Document document) {
        InvoiceType invoice = new InvoiceType();
        invoice.setCustomizationID(CIUS_RO);
        invoice.setID(document.number());
        invoice.setIssueDate(document.issuedOn());
        invoice.setInvoiceTypeCode(INVOICE);
        notes(document).forEach(note -> invoice.addNote(new NoteType(note)));
        invoice.setDocumentCurrencyCode(UblParts.EURO);
        invoice.setTaxCurrencyCode(UblParts.LEU);
        invoice.setAccountingSupplierParty(UblParts.seller(document.supplier()));
        invoice.setAccountingCustomerParty(UblParts.buyer(document.customer()));
        invoice.addDelivery(UblParts.supplied(document));
        invoice.addPaymentMeans(UblParts.paymentMeans(document));
        invoice.addTaxTotal(UblParts.vat(document));
        invoice.addTaxTotal(UblParts.vatInLei(document));
        invoice.setLegalMonetaryTotal(UblParts.paid(document));
        invoice.addInvoiceLine(invoiceLine(document));
        return invoice;
    }

    private static InvoiceLineType invoiceLine(Document document) {
        InvoiceLineType line = new InvoiceLineType();
        line.setID(ONLY_LINE);
        line.setInvoicedQuantity(UblParts.ONE).setUnitCode(UblParts.PIECE);
        line.setLineExtensionAmount(document.amounts().net()).setCurrencyID(UblParts.EURO);
        line.setItem(UblParts.item(document));
        line.setPrice(UblParts.price(document));
        return line;
    }

    private static CreditNoteType creditNote(Document document) {
        CreditNoteType note = new CreditNoteType();
        note.setCustomizationID(CIUS_RO);
        note.setID(document.number());
        note.setIssueDate(document.issuedOn());
        note.setCreditNoteTypeCode(CREDIT_NOTE);
        notes(document).forEach(text -> note.addNote(new NoteType(text)));
        note.setDocumentCurrencyCode(UblParts.EURO);
        note.setTaxCurrencyCode(UblParts.LEU);
        document.origin().ifPresent(origin -> note.addBillingReference(reference(origin)));
        note.setAccountingSupplierParty(UblParts.seller(document.supplier()));
        note.setAccountingCustomerParty(UblParts.buyer(document.customer()));
        note.addDelivery(UblParts.supplied(document));
        note.addPaymentMeans(UblParts.paymentMeans(document));
        note.addTaxTotal(UblParts.vat(document));
        note.addTaxTotal(UblParts.vatInLei(document));
        note.setLegalMonetaryTotal(UblParts.paid(document));
        note.addCreditNoteLine(creditNoteLine(document));
        return note;
    }

    private static CreditNoteLineType creditNoteLine(Document document) {
        CreditNoteLineType line = new CreditNoteLineType();
        line.setID(ONLY_LINE);
        line.setCreditedQuantity(UblParts.ONE).setUnitCode(UblParts.PIECE);
        line.setLineExtensionAmount(document.amounts().net()).setCurrencyID(UblParts.EURO);
        line.setItem(UblParts.item(document));
        line.setPrice(UblParts.price(document));
        return line;
    }

    private static BillingReferenceType reference(Origin origin) {
        DocumentReferenceType invoice = new DocumentReferenceType();
        invoice.setID(origin.number());
        invoice.setIssueDate(origin.issuedOn());
        BillingReferenceType reference = new BillingReferenceType();
        reference.setInvoiceDocumentReference(invoice);
        return reference;
    }

    /** The rate behind the VAT in lei has no field of its own in EN 16931. */
    private static List<String> notes(Document document) {
        String rate = "Curs BNR %s: 1 EUR = %s RON"
                .formatted(document.rate().day(), document.rate().lei().toPlainString());
        return Stream.of(
                        Stream.of(rate),
                        document.origin().stream().map(origin -> "Motivul stornării: " + origin.reason()),
                        Stream.of(document.remark()).filter(remark -> !remark.isEmpty()))
                .flatMap(note -> note)
                .toList();
    }
}
