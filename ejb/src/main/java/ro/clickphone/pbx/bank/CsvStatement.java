package ro.clickphone.pbx.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * A statement as CSV with a head line. Columns: {@code date, amount, currency, payer, iban, details, id}, in any order;
 * {@code payer, iban, id} may be missing. Separated by comma or semicolon; dates {@code 2026-11-25} or {@code 25.11.2026}.
 */
final class CsvStatement {
    private static final Set<String> NEEDED = Set.of("date", "amount", "currency", "details");
    private static final DateTimeFormatter ROMANIAN = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private CsvStatement() {}

    /** @throws Refusal {@code bank.file.unknown} when the head line lacks a column */
    static Statement read(String text) {
        String head = text.lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.Builder.create(CSVFormat.RFC4180)
                .setDelimiter(head.contains(";") ? ';' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser rows = CSVParser.parse(text, format)) {
            Set<String> columns = new HashSet<>(rows.getHeaderNames().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList());
            if (!columns.containsAll(NEEDED)) {
                throw new Refusal("bank.file.unknown", "file");
            }
            return read(rows);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new Refusal("bank.file.unknown", "file");
        }
    }

    private static Statement read(CSVParser rows) {
        List<BankLine> lines = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        for (CSVRecord row : rows) {
            try {
                BigDecimal amount = BankLine.amount(row.get("amount"), decimal(row.get("amount")));
                if (amount.signum() >= 0) {
                    lines.add(line(row, amount));
                }
            } catch (Refusal | IllegalArgumentException | DateTimeException e) {
                bad.add(BadLine.of(rows.getCurrentLineNumber(), e));
            }
        }
        return new Statement(lines, bad);
    }

    private static BankLine line(CSVRecord row, BigDecimal amount) {
        return new BankLine(
                optional(row, "id"),
                date(row.get("date")),
                amount,
                row.get("currency").toUpperCase(Locale.ROOT),
                optional(row, "payer"),
                optional(row, "iban"),
                row.get("details"));
    }

    private static String optional(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    private static LocalDate date(String text) {
        return BankLine.date(text, day -> day.contains(".") ? LocalDate.parse(day, ROMANIAN) : LocalDate.parse(day));
    }

    /** {@code 1.234,56} and {@code 1,234.56} and {@code 1234.56}: the last of both marks is the decimal one. */
    private static String decimal(String text) {
        String figures = text.replaceAll("[\\s\u00A0]", "");
        int comma = figures.lastIndexOf(',');
        int dot = figures.lastIndexOf('.');
        return comma > dot ? figures.replace(".", "").replace(',', '.') : figures.replace(",", "");
    }
}
