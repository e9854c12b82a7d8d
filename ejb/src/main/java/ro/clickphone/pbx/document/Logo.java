package ro.clickphone.pbx.document;

import com.lowagie.text.BadElementException;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import java.awt.Color;

/** Our mark, drawn: the same as mark.svg of the portal, 32 units wide with y downwards. */
final class Logo {
    private static final float UNITS = 32;
    private static final Color WAVES = new Color(0x9f, 0xc0, 0xff);

    private Logo() {}

    static Image on(PdfContentByte canvas, float size) {
        PdfTemplate mark = canvas.createTemplate(size, size);
        float scale = size / UNITS;
        mark.concatCTM(scale, 0, 0, -scale, 0, size);
        mark.setColorFill(Sheet.BRAND);
        mark.roundRectangle(0, 0, UNITS, UNITS, 8);
        mark.fill();
        receiver(mark);
        waves(mark);
        try {
            return Image.getInstance(mark);
        } catch (BadElementException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void receiver(PdfTemplate mark) {
        mark.setColorFill(Color.WHITE);
        mark.moveTo(10.2f, 7.5f);
        mark.lineTo(13.3f, 7.5f);
        mark.lineTo(14.9f, 11.7f);
        mark.lineTo(12.9f, 13.3f);
        mark.curveTo(14.0f, 15.6f, 15.9f, 17.5f, 18.2f, 18.6f);
        mark.lineTo(19.8f, 16.6f);
        mark.lineTo(24.0f, 18.2f);
        mark.lineTo(24.0f, 21.3f);
        mark.curveTo(24.0f, 22.5f, 23.0f, 23.5f, 21.8f, 23.5f);
        mark.curveTo(14.7f, 23.5f, 8.0f, 16.8f, 8.0f, 9.7f);
        mark.curveTo(8.0f, 8.5f, 9.0f, 7.5f, 10.2f, 7.5f);
        mark.fill();
    }

    private static void waves(PdfTemplate mark) {
        mark.setColorStroke(WAVES);
        mark.setLineWidth(1.8f);
        mark.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        mark.moveTo(18.3f, 7.6f);
        mark.curveTo(21.6f, 8.0f, 23.9f, 10.3f, 24.3f, 13.6f);
        mark.moveTo(18.3f, 11.1f);
        mark.curveTo(19.7f, 11.4f, 20.6f, 12.3f, 20.8f, 13.6f);
        mark.stroke();
    }
}
