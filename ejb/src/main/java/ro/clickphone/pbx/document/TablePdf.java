package ro.clickphone.pbx.document;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A table on paper, written line by line: however long it is, no more than some of its rows are held in memory. */
public final class TablePdf implements Closeable {
    private static final float MARGIN = 40;
    private static final int ROWS_HELD = 100;

    private final Document page = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);
    private Optional<PdfPTable> table = Optional.empty();
    private int rows;

    /** @param out is left open */
    public TablePdf(OutputStream out, String title) throws IOException {
        try {
            PdfWriter.getInstance(page, out).setCloseStream(false);
        } catch (DocumentException e) {
            throw new IOException(e);
        }
        page.addTitle(title);
        page.addCreator("ClickPhone PBX");
        page.open();
        Paragraph head = new Paragraph(title, Sheet.lead(Sheet.BRAND));
        head.setSpacingAfter(10);
        page.add(head);
    }

    /** The first line is the head of each page's columns. @param cells texts, and numbers as {@link BigDecimal} */
    public void line(List<?> cells) {
        if (table.isEmpty()) {
            table = Optional.of(begin(cells));
            return;
        }
        for (Object cell : cells) {
            table.get().addCell(Sheet.underlined(cell(cell), Sheet.LINE));
        }
        rows++;
        if (rows % ROWS_HELD == 0) {
            page.add(table.get());
        }
    }

    private static PdfPTable begin(List<?> heads) {
        PdfPTable begun = new PdfPTable(heads.size());
        begun.setWidthPercentage(100);
        begun.setComplete(false);
        heads.forEach(head ->
                begun.addCell(Sheet.underlined(Sheet.cell(head.toString(), Sheet.small(Sheet.SOFT)), Sheet.INK)));
        begun.setHeaderRows(1);
        return begun;
    }

    private static PdfPCell cell(Object cell) {
        return cell instanceof BigDecimal number
                ? Sheet.right(number.toPlainString().replace('.', ','), Sheet.text(Sheet.INK))
                : Sheet.cell(String.valueOf(cell), Sheet.text(Sheet.INK));
    }

    @Override
    public void close() {
        table.ifPresent(last -> {
            if (rows == 0) {
                last.setHeaderRows(0); // heads alone are no table to the library
            }
            last.setComplete(true);
            page.add(last);
        });
        page.close();
    }
}
