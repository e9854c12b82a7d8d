package ro.clickphone.pbx.document;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ro.clickphone.pbx.billing.Party;
import ro.clickphone.pbx.billing.Supplier;

/** A document on paper, with everything that art. 319 (20) of Cod fiscal asks for. */
public final class DocumentPdf {
    private static final Locale ROMANIAN = Locale.forLanguageTag("ro");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", ROMANIAN);
    private static final float LOGO = 34;

    private final Document document;
    private final Sheet sheet;

    private DocumentPdf(Document document, Sheet sheet) {
        this.document = document;
        this.sheet = sheet;
    }

    public static byte[] of(Document document) {
        Sheet sheet = new Sheet(
                document.kind().title() + " " + document.number(),
                document.supplier().party().name());
        try (sheet) {
            sheet.open(new Footer(imprint(document.supplier())));
            new DocumentPdf(document, sheet).write();
        }
        return sheet.bytes();
    }

    private static List<String> imprint(Supplier supplier) {
        Party we = supplier.party();
        List<String> second = new ArrayList<>(List.of(we.fiscalCodeText(), we.tradeRegister()));
        if (!supplier.capital().isEmpty()) {
            second.add("Capital social " + supplier.capital());
        }
        second.add(supplier.bank() + " · " + supplier.iban().grouped());
        return List.of(
                String.join(
                        " · ", we.name(), we.address().street(), we.address().place()),
                String.join(
                        " · ", second.stream().filter(part -> !part.isEmpty()).toList()));
    }

    private void write() {
        sheet.add(head());
        sheet.gap(22);
        sheet.add(parties());
        sheet.gap(20);
        sheet.add(lines());
        sheet.gap(8);
        sheet.add(totals());
        sheet.gap(18);
        if (document.kind() == DocumentKind.PROFORMA) {
            sheet.add(howToPay());
        } else {
            sheet.add(remarks());
        }
    }

    private PdfPTable head() {
        PdfPTable head = Sheet.columns(1, 9, 10);
        PdfPCell mark = new PdfPCell(Logo.on(sheet.canvas(), LOGO), false);
        mark.setBorder(Rectangle.NO_BORDER);
        mark.setPadding(0);
        head.addCell(mark);
        PdfPCell brand = Sheet.cell("ClickPhone", Sheet.title(Sheet.INK));
        brand.setPaddingLeft(14);
        head.addCell(brand);
        PdfPTable what = Sheet.columns(1);
        what.addCell(Sheet.right(document.kind().title(), Sheet.title(Sheet.BRAND)));
        what.addCell(Sheet.right("Nr. " + document.number(), Sheet.lead(Sheet.INK)));
        what.addCell(Sheet.right("Data emiterii: " + day(document.issuedOn()), Sheet.text(Sheet.SOFT)));
        what.addCell(Sheet.right(secondDate(), Sheet.text(Sheet.SOFT)));
        head.addCell(what);
        return head;
    }

    private String secondDate() {
        return switch (document.kind()) {
            case PROFORMA -> "Nu este document fiscal";
            case ADVANCE -> "Data încasării avansului: " + day(document.suppliedOn());
            case INVOICE, SERVICES, CREDIT_NOTE -> "Data livrării: " + day(document.suppliedOn());
        };
    }

    private PdfPTable parties() {
        PdfPTable parties = Sheet.columns(1, 1);
        Supplier supplier = document.supplier();
        List<String> ours = details(supplier.party());
        ours.add("IBAN: " + supplier.iban().grouped());
        ours.add("Banca: " + supplier.bank());
        if (!supplier.phone().isEmpty()) {
            ours.add("Telefon: " + supplier.phone());
        }
        parties.addCell(side("FURNIZOR", supplier.party().name(), ours, 0));
        parties.addCell(side("CLIENT", document.customer().name(), details(document.customer()), 12));
        return parties;
    }

    private static List<String> details(Party party) {
        List<String> lines = new ArrayList<>();
        party.fiscalCode().ifPresent(code -> lines.add((code.vatPayer() ? "Cod TVA: " : "CIF: ") + code));
        if (!party.tradeRegister().isEmpty()) {
            lines.add("Reg. Com.: " + party.tradeRegister());
        }
        lines.add(party.address().street());
        lines.add(party.address().place() + ", România");
        lines.add(party.email());
        return lines;
    }

    private static PdfPCell side(String label, String name, List<String> lines, float indent) {
        PdfPTable box = Sheet.columns(1);
        box.addCell(Sheet.underlined(Sheet.cell(label, Sheet.small(Sheet.SOFT)), Sheet.LINE));
        PdfPCell title = Sheet.cell(name, Sheet.lead(Sheet.INK));
        title.setPaddingTop(7);
        box.addCell(title);
        lines.forEach(line -> box.addCell(Sheet.cell(line, Sheet.text(Sheet.INK))));
        PdfPCell side = new PdfPCell(box);
        side.setBorder(Rectangle.NO_BORDER);
        side.setPadding(0);
        side.setPaddingLeft(indent);
        side.setPaddingRight(12 - indent);
        return side;
    }

    private PdfPTable lines() {
        PdfPTable table = Sheet.columns(4, 34, 7, 7, 13, 13, 9, 13);
        List.of("Nr.", "Denumirea serviciului", "U.M.", "Cant.", "Preț unitar", "Valoare", "TVA", "Valoare TVA")
                .forEach(title -> {
                    boolean number = table.getRows().isEmpty()
                            && !List.of("Nr.", "Denumirea serviciului", "U.M.").contains(title);
                    PdfPCell cell = number
                            ? Sheet.right(title, Sheet.small(Sheet.SOFT))
                            : Sheet.cell(title, Sheet.small(Sheet.SOFT));
                    table.addCell(Sheet.underlined(cell, Sheet.INK));
                });
        row(Sheet.cell("1", Sheet.text(Sheet.INK)), table);
        row(Sheet.cell(itemText(), Sheet.text(Sheet.INK)), table);
        row(Sheet.cell("buc.", Sheet.text(Sheet.INK)), table);
        row(Sheet.right(minus() + "1", Sheet.text(Sheet.INK)), table);
        row(Sheet.right(money(document.amounts().net()), Sheet.text(Sheet.INK)), table);
        row(Sheet.right(minus() + money(document.amounts().net()), Sheet.text(Sheet.INK)), table);
        row(Sheet.right(percent() + " %", Sheet.text(Sheet.INK)), table);
        row(Sheet.right(minus() + money(document.amounts().vat()), Sheet.text(Sheet.INK)), table);
        return table;
    }

    private static void row(PdfPCell cell, PdfPTable table) {
        table.addCell(Sheet.underlined(cell, Sheet.LINE));
    }

    private String itemText() {
        return document.origin()
                .map(origin -> "Stornare factura " + origin.number() + " din " + day(origin.issuedOn()) + ": "
                        + document.item())
                .orElse(document.item());
    }

    private PdfPTable totals() {
        PdfPTable sums = Sheet.columns(6, 4);
        sum(sums, "Total fără TVA", minus() + money(document.amounts().net()) + " EUR", Sheet.INK);
        sum(sums, "TVA " + percent() + " %", minus() + money(document.amounts().vat()) + " EUR", Sheet.INK);
        sum(sums, "TVA în lei", minus() + money(document.vatInLei()) + " RON", Sheet.INK);
        PdfPCell label = Sheet.cell(
                document.kind() == DocumentKind.PROFORMA ? "Total de plată" : "Total", Sheet.lead(Sheet.INK));
        PdfPCell total = Sheet.right(minus() + money(document.amounts().gross()) + " EUR", Sheet.lead(Sheet.BRAND));
        for (PdfPCell cell : List.of(label, total)) {
            cell.setPaddingTop(9);
            cell.setBorder(Rectangle.TOP);
            cell.setBorderColor(Sheet.INK);
            cell.setBorderWidth(0.7f);
            sums.addCell(cell);
        }
        PdfPTable placed = Sheet.columns(11, 9);
        placed.addCell(Sheet.cell(rateText(), Sheet.small(Sheet.SOFT)));
        PdfPCell box = new PdfPCell(sums);
        box.setBorder(Rectangle.NO_BORDER);
        placed.addCell(box);
        return placed;
    }

    private String rateText() {
        return "Sumele sunt în EUR. Curs de schimb BNR valabil la "
                + day(document.rate().day()) + ":\n1 EUR = "
                + new DecimalFormat("0.0000", symbols()).format(document.rate().lei()) + " RON";
    }

    private static void sum(PdfPTable sums, String label, String amount, Color colour) {
        for (PdfPCell cell :
                List.of(Sheet.cell(label, Sheet.text(Sheet.SOFT)), Sheet.right(amount, Sheet.text(colour)))) {
            cell.setPaddingBottom(4);
            sums.addCell(cell);
        }
    }

    private PdfPTable howToPay() {
        Supplier supplier = document.supplier();
        PdfPTable box = Sheet.columns(5, 12);
        PdfPCell title = Sheet.cell("Cum plătiți prin ordin de plată", Sheet.lead(Sheet.INK));
        title.setColspan(2);
        title.setPaddingBottom(6);
        box.addCell(title);
        fact(box, "Beneficiar", supplier.party().name());
        fact(box, "Cont IBAN", supplier.iban().grouped());
        fact(box, "Banca", supplier.bank());
        fact(
                box,
                "Suma",
                money(document.amounts().gross()) + " EUR sau "
                        + money(document.rate().inLei(document.amounts().gross())) + " RON");
        fact(box, "Detalii plată", document.number());
        return framed(box, document.remark());
    }

    private static void fact(PdfPTable box, String name, String value) {
        box.addCell(Sheet.cell(name, Sheet.text(Sheet.SOFT)));
        box.addCell(Sheet.cell(value, Sheet.strong(Sheet.INK)));
    }

    private PdfPTable remarks() {
        PdfPTable box = Sheet.columns(1);
        boolean given = document.kind() != DocumentKind.CREDIT_NOTE;
        box.addCell(Sheet.cell(
                given
                        ? "Achitată integral prin " + document.paidBy().words() + "."
                        : "Motivul stornării: "
                                + document.origin().orElseThrow().reason(),
                Sheet.strong(Sheet.INK)));
        return framed(box, document.remark());
    }

    private static PdfPTable framed(PdfPTable content, String remark) {
        if (!remark.isEmpty()) {
            PdfPCell line = Sheet.cell(remark, Sheet.text(Sheet.SOFT));
            line.setColspan(content.getNumberOfColumns());
            line.setPaddingTop(5);
            content.addCell(line);
        }
        PdfPCell inside = new PdfPCell(content);
        inside.setBorder(Rectangle.NO_BORDER);
        inside.setBackgroundColor(Sheet.SUNKEN);
        inside.setPadding(14);
        PdfPTable frame = Sheet.columns(1);
        frame.addCell(inside);
        return frame;
    }

    /** What a credit note gives back stands with a minus on paper; the XML has no sign. */
    private String minus() {
        return document.kind() == DocumentKind.CREDIT_NOTE ? "−" : "";
    }

    private String percent() {
        return document.amounts().percent().stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String money(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", symbols()).format(amount);
    }

    private static DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(ROMANIAN);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
