package ro.clickphone.pbx.document;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.util.List;

/** What stands at the foot of every page: who we are, and which page it is. */
final class Footer extends PdfPageEventHelper {
    private static final float LINE_HEIGHT = 11;

    private final List<String> lines;

    Footer(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    @Override
    public void onEndPage(PdfWriter writer, com.lowagie.text.Document page) {
        PdfContentByte canvas = writer.getDirectContent();
        Rectangle size = page.getPageSize();
        float y = page.bottomMargin() - 18;
        canvas.setColorStroke(Sheet.LINE);
        canvas.setLineWidth(0.7f);
        canvas.moveTo(page.leftMargin(), y + LINE_HEIGHT);
        canvas.lineTo(size.getWidth() - page.rightMargin(), y + LINE_HEIGHT);
        canvas.stroke();
        for (String line : lines) {
            ColumnText.showTextAligned(
                    canvas,
                    com.lowagie.text.Element.ALIGN_LEFT,
                    new com.lowagie.text.Phrase(line, Sheet.small(Sheet.SOFT)),
                    page.leftMargin(),
                    y - 2,
                    0);
            y -= LINE_HEIGHT;
        }
        ColumnText.showTextAligned(
                canvas,
                com.lowagie.text.Element.ALIGN_RIGHT,
                new com.lowagie.text.Phrase("Pagina " + writer.getPageNumber(), Sheet.small(Sheet.SOFT)),
                size.getWidth() - page.rightMargin(),
                y + LINE_HEIGHT - 2,
                0);
    }
}
