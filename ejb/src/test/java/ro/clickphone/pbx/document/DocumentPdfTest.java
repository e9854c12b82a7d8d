package ro.clickphone.pbx.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.tax.VatSplit;

class DocumentPdfTest {
    @Test
    void an_invoice_bears_what_the_law_asks_for() throws IOException {
        String text = textOf(SampleDocuments.invoice(SampleDocuments.COMPANY, "20.00"), "invoice");

        assertThat(text)
                .contains("FACTURĂ", "00000124/25.11.2026", "25.11.2026")
                .contains("ClickPhone Demo SRL", "RO17072761", "J40/20/2005", "Șoseaua Pipera 42")
                .contains("Ionescu Consult SRL", "RO14835419", "Str. Țebei nr. 21", "Cluj-Napoca, Cluj")
                .contains("20,00 EUR", "21 %", "4,20 EUR", "21,37 RON", "24,20 EUR", "5,0873");
    }

    @Test
    void a_credit_note_names_its_invoice_its_reason_and_bears_minus_signs() throws IOException {
        String text = textOf(SampleDocuments.creditNote(SampleDocuments.PERSON, "5.00"), "credit-note");

        assertThat(text)
                .contains("STORNARE", "00000123/20.11.2026", "plată făcută din greșeală", "−5,00 EUR", "−6,05 EUR")
                .contains("Ștefan Țăranu");
    }

    @Test
    void a_proforma_says_how_to_pay_and_that_it_is_no_invoice() throws IOException {
        Document proforma = SampleDocuments.document(
                DocumentKind.PROFORMA,
                SampleDocuments.COMPANY,
                VatSplit.ofNet(new BigDecimal("20.00"), SampleDocuments.VAT),
                Optional.empty());

        assertThat(textOf(proforma, "proforma"))
                .contains("PROFORMĂ", "Nu este document fiscal", "RO49 AAAA", "24,20 EUR sau 123,11 RON");
    }

    private static String textOf(Document document, String file) throws IOException {
        byte[] pdf = DocumentPdf.of(document);
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve(file + ".pdf"), pdf);
        return new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
    }
}
