package ro.clickphone.portal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void spreadsheet_reads_diacritics_because_the_file_begins_with_its_mark() throws IOException {
        assertThat(file(List.of("Durată", "Sursă"))).isEqualTo("\uFEFFDurată,Sursă\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+40722", "-2", "@SUM(A1)", "\t=1", "|calc", "%0A=1", "＝1+1"})
    void name_of_a_caller_never_becomes_a_formula(String name) throws IOException {
        assertThat(file(List.of(name))).startsWith("\uFEFF'" + name.charAt(0));
    }

    @Test
    void number_below_zero_stays_a_number_that_can_be_summed() throws IOException {
        assertThat(file(List.of(new BigDecimal("-12.10"), "-12.10"))).isEqualTo("\uFEFF-12.10,'-12.10\r\n");
    }

    @Test
    void formula_that_needs_quotes_is_harmless_too() throws IOException {
        assertThat(file(List.of("=HYPERLINK(\"http://x\",\"y\")")))
                .isEqualTo("\uFEFF\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
    }

    @Test
    void cell_with_separator_quote_or_line_break_stays_one_cell() throws IOException {
        assertThat(file(List.of("a,b", "a;b", "say \"x\"", "one\ntwo", "plain")))
                .isEqualTo("\uFEFF\"a,b\",\"a;b\",\"say \"\"x\"\"\",\"one\ntwo\",plain\r\n");
    }

    private static String file(List<?> cells) throws IOException {
        StringWriter out = new StringWriter();
        new Csv(out).line(cells);
        return out.toString();
    }
}
