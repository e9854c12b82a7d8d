package ro.clickphone.pbx.document;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A page with our type and colours; knows nothing of what stands on it. */
final class Sheet implements AutoCloseable {
    static final Color BRAND = new Color(0x1d, 0x4f, 0xd7);
    static final Color INK = new Color(0x12, 0x1a, 0x2b);
    static final Color SOFT = new Color(0x5b, 0x66, 0x7a);
    static final Color LINE = new Color(0xd9, 0xdf, 0xe8);
    static final Color SUNKEN = new Color(0xf4, 0xf6, 0xfa);

    private static final float SIDE = 48;
    private static final float TOP = 44;
    private static final float BOTTOM = 74;
    private static final float TEXT = 9.2f;
    private static final float LEADING = 1.38f;
    private static final BaseFont REGULAR = font("inter-regular.ttf");
    private static final BaseFont STRONG = font("inter-semibold.ttf");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final com.lowagie.text.Document page = new com.lowagie.text.Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM);
    private final PdfWriter writer;

    Sheet(String title, String author) {
        try {
            writer = PdfWriter.getInstance(page, out);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
        page.addTitle(title);
        page.addAuthor(author);
        page.addCreator("ClickPhone PBX");
        writer.setPdfVersion(PdfWriter.PDF_VERSION_1_7);
    }

    void open(Footer footer) {
        writer.setPageEvent(footer);
        page.open();
    }

    /** Loaded once: the fonts are part of the product, not of the machine. */
    private static BaseFont font(String file) {
        try (InputStream in = Sheet.class.getResourceAsStream(file)) {
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Font text(Color colour) {
        return new Font(REGULAR, TEXT, Font.NORMAL, colour);
    }

    static Font small(Color colour) {
        return new Font(REGULAR, TEXT - 1.6f, Font.NORMAL, colour);
    }

    static Font strong(Color colour) {
        return new Font(STRONG, TEXT, Font.NORMAL, colour);
    }

    static Font title(Color colour) {
        return new Font(STRONG, 19, Font.NORMAL, colour);
    }

    static Font lead(Color colour) {
        return new Font(STRONG, 12, Font.NORMAL, colour);
    }

    PdfContentByte canvas() {
        return writer.getDirectContent();
    }

    void add(Element element) {
        page.add(element);
    }

    void gap(float height) {
        Paragraph gap = new Paragraph(" ", small(INK));
        gap.setLeading(height);
        page.add(gap);
    }

    /** Columns of these relative widths, over the whole page. */
    static PdfPTable columns(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.getDefaultCell().setBorder(Rectangle.NO_BORDER);
        return table;
    }

    static PdfPCell cell(String text, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setLeading(0, LEADING);
        cell.setPadding(2);
        cell.setPaddingLeft(0);
        return cell;
    }

    static PdfPCell right(String text, Font font) {
        PdfPCell cell = cell(text, font);
        cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        cell.setPaddingRight(0);
        return cell;
    }

    static PdfPCell underlined(PdfPCell cell, Color colour) {
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(colour);
        cell.setBorderWidth(0.7f);
        cell.setPaddingTop(6);
        cell.setPaddingBottom(7);
        return cell;
    }

    @Override
    public void close() {
        page.close();
    }

    /** Of a closed sheet. */
    byte[] bytes() {
        return out.toByteArray();
    }
}
