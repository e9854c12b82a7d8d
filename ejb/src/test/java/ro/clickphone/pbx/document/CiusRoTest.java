package ro.clickphone.pbx.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.billing.FiscalCode;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.tax.VatSplit;

/** The XML of every document passes the official rules, and what is spoiled is refused by the rule's name. */
class CiusRoTest {
    @Test
    void an_invoice_to_a_company_breaks_no_rule() {
        assertThat(findings(SampleDocuments.invoice(SampleDocuments.COMPANY, "20.00")))
                .isEmpty();
    }

    @Test
    void an_invoice_to_a_private_person_breaks_no_rule() {
        assertThat(findings(SampleDocuments.invoice(SampleDocuments.PERSON, "7.77")))
                .isEmpty();
    }

    @Test
    void an_invoice_to_a_company_without_vat_breaks_no_rule() {
        Party small = new Party(
                "Florescu Flori PFA",
                Optional.of(FiscalCode.parse("14835419")),
                "",
                SampleDocuments.COMPANY.address(),
                "office@florescu.example");
        assertThat(findings(SampleDocuments.invoice(small, "10.00"))).isEmpty();
    }

    @Test
    void a_credit_note_breaks_no_rule() {
        assertThat(findings(SampleDocuments.creditNote(SampleDocuments.COMPANY, "20.00")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.05", "1.00", "13.37", "24.21", "99.99", "1234.56"})
    void whatever_is_paid_makes_an_invoice_that_breaks_no_rule(String paid) {
        VatSplit amounts = VatSplit.ofGross(new BigDecimal(paid), SampleDocuments.VAT);
        assertThat(findings(SampleDocuments.document(
                        DocumentKind.INVOICE, SampleDocuments.COMPANY, amounts, Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<cbc:CityName>SECTOR2</cbc:CityName>,<cbc:CityName>Bucuresti</cbc:CityName>,BR-RO-100",
        "<cbc:TaxCurrencyCode>RON</cbc:TaxCurrencyCode>,'',BR-RO-030",
        "<cbc:InvoiceTypeCode>380,<cbc:InvoiceTypeCode>326,BR-RO-020_1",
        "<cbc:ID>00000124/25.11.2026</cbc:ID>,<cbc:ID>fara numar</cbc:ID>,BR-RO-010",
        "CIUS-RO:1.0.1,CIUS-RO:0.0.1,BR-RO-001",
        "<cbc:TaxInclusiveAmount currencyID=\"EUR\">24.20,<cbc:TaxInclusiveAmount currencyID=\"EUR\">24.30,BR-CO-15"
    })
    void a_spoiled_invoice_is_refused_by_the_rule_s_name(String good, String spoiled, String rule) {
        String xml = Ubl.of(SampleDocuments.invoice(SampleDocuments.COMPANY, "20.00"));
        assertThat(xml).contains(good);

        assertThat(CiusRo.check(DocumentKind.INVOICE, xml.replace(good, spoiled)))
                .extracting(Finding::rule)
                .contains(rule);
    }

    @Test
    void what_is_not_ubl_is_refused_by_its_schema() {
        String xml = Ubl.of(SampleDocuments.invoice(SampleDocuments.COMPANY, "20.00"))
                .replace("<cbc:IssueDate>2026-11-25</cbc:IssueDate>", "<cbc:IssueDate>yesterday</cbc:IssueDate>");
        assertThat(CiusRo.check(DocumentKind.INVOICE, xml)).isNotEmpty();
    }

    @Test
    void a_document_type_with_entities_is_not_even_read() {
        assertThatThrownBy(() -> CiusRo.check(
                        DocumentKind.INVOICE, "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><x>&f;</x>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static java.util.List<Finding> findings(Document document) {
        return CiusRo.check(document.kind(), Ubl.of(document));
    }

    /** Else the rules would still be unread after it. */
    @Test
    void preparing_asks_every_layer() {
        assertThat(CiusRo.preparation()).anyMatch(finding -> finding.rule().startsWith("BR-RO"));
    }
}
