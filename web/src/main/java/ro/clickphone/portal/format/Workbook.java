package ro.clickphone.portal.format;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** A table as a spreadsheet (XLSX): numbers are numbers; a text is a text, never a formula. */
public final class Workbook implements AutoCloseable {
    private static final int FLUSH_EVERY = 500;

    private final org.dhatim.fastexcel.Workbook book;
    private final Worksheet sheet;
    private int row;

    public Workbook(OutputStream out, String title) {
        book = new org.dhatim.fastexcel.Workbook(out, "ClickPhone PBX", "1.0");
        sheet = book.newWorksheet(title);
    }

    public void line(List<?> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof BigDecimal number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, cell.toString());
            }
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        book.close();
    }
}
