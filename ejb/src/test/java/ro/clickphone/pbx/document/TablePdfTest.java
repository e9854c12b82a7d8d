package ro.clickphone.pbx.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports on paper. */
class TablePdfTest {
    @Test
    void a_long_report_is_whole_and_its_heads_stand_on_every_page() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TablePdf pdf = new TablePdf(out, "apeluri-2026-11")) {
            pdf.line(List.of("Data", "Destinație", "Cost"));
            for (int call = 1; call <= 250; call++) {
                pdf.line(List.of("27.11.2026 03:05", "Țara " + call, new BigDecimal("0.0450")));
            }
        }
        try (PdfReader reader = new PdfReader(out.toByteArray())) {
            PdfTextExtractor text = new PdfTextExtractor(reader);
            assertThat(text.getTextFromPage(1)).contains("apeluri-2026-11", "Destinație", "Țara 1", "0,0450");
            int last = reader.getNumberOfPages();
            assertThat(last).isGreaterThan(5);
            assertThat(text.getTextFromPage(last)).contains("Destinație", "Țara 250");
        }
    }

    @Test
    void an_empty_report_is_a_page_with_its_heads() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TablePdf pdf = new TablePdf(out, "apeluri")) {
            pdf.line(List.of("Data", "Cost"));
        }
        try (PdfReader reader = new PdfReader(out.toByteArray())) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1)).contains("Data", "Cost");
        }
    }
}
