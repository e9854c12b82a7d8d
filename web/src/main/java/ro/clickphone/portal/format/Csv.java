package ro.clickphone.portal.format;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a file (RFC 4180) that spreadsheets open as it is: with the mark of UTF-8 in front. What callers put into a
 * name must not become a formula on the accountant's computer, so a cell that would be one begins with an apostrophe
 * (OWASP, CSV Injection).
 */
public final class Csv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n|%＝＋－＠";

    private final Writer out;

    /** @param out in UTF-8; left open */
    public Csv(Writer out) throws IOException {
        this.out = out;
        out.write(BYTE_ORDER_MARK);
    }

    /** @param cells texts, and numbers: a number is no formula, also below zero */
    public void line(List<?> cells) throws IOException {
        out.write(cells.stream().map(Csv::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private static String cell(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String value = cell.toString();
        String harmless = beginsFormula(value) ? "'" + value : value;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private static boolean beginsFormula(String value) {
        return !value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0;
    }
}
