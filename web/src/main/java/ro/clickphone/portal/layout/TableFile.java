package ro.clickphone.portal.layout;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import ro.clickphone.pbx.document.TablePdf;
import ro.clickphone.portal.format.Csv;
import ro.clickphone.portal.format.Workbook;

/** A table as the answer to a click, written line by line: however long it is, it is never held in memory. */
public final class TableFile {
    private TableFile() {}

    /** What spreadsheets read, and paper. */
    public enum Kind {
        CSV("text/csv; charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        PDF("application/pdf");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    /** Where lines go. */
    public interface Sink {
        /** @param cells texts, and numbers as {@link java.math.BigDecimal} */
        void line(List<?> cells) throws IOException;
    }

    /** What writes the lines. */
    public interface Content {
        void to(Sink sink) throws IOException;
    }

    /**
     * Ends the request with the file.
     *
     * @param name of the file, without its ending
     * @param title of the sheet, where there are sheets
     */
    public static void send(Kind kind, String name, String title, Content content) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.setResponseContentType(kind.mediaType);
        external.setResponseHeader(
                "Content-Disposition",
                "attachment; filename=\"" + name + "." + kind.name().toLowerCase(Locale.ROOT) + "\"");
        try (OutputStream out = external.getResponseOutputStream()) {
            write(kind, title, content, out);
        }
        faces.responseComplete();
    }

    private static void write(Kind kind, String title, Content content, OutputStream out) throws IOException {
        if (kind == Kind.XLSX) {
            try (Workbook book = new Workbook(out, title)) {
                content.to(book::line);
            }
            return;
        }
        if (kind == Kind.PDF) {
            try (TablePdf paper = new TablePdf(out, title)) {
                content.to(paper::line);
            }
            return;
        }
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        content.to(new Csv(writer)::line);
        writer.flush();
    }
}
