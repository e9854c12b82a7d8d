package ro.clickphone.pbx.invoice;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import ro.clickphone.pbx.kernel.NotFound;

/**
 * Place in the series, one for all customers, invoices and credit notes together: printed with the day,
 * {@code 07929944/05.10.2015} (features, A9.1).
 *
 * @param value from 1
 */
public record InvoiceNumber(long value) implements Serializable {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final String PRINTED = "[0-9]{8,12}(/[0-9]{2}\\.[0-9]{2}\\.[0-9]{4})?";

    public InvoiceNumber {
        if (value < 1) {
            throw new IllegalArgumentException("invoice number is " + value);
        }
    }

    /** With or without the day. @throws NotFound {@code invoice.unknown} */
    public static InvoiceNumber parse(String printed) {
        if (!printed.matches(PRINTED) || printed.startsWith("00000000")) {
            throw new NotFound("invoice.unknown", printed);
        }
        return new InvoiceNumber(Long.parseLong(printed.split("/")[0]));
    }

    String printed(LocalDate issuedOn) {
        return this + "/" + DAY.format(issuedOn);
    }

    /** Without the day: {@code 07929944}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%08d", value);
    }
}
