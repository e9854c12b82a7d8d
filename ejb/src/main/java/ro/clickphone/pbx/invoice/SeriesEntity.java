package ro.clickphone.pbx.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import ro.clickphone.pbx.kernel.Refusal;

/**
 * Where the series has come to. Its row is locked until the issuing transaction ends, and goes back with it: so no number
 * is left out (Cod fiscal, art. 319 (20) a).
 */
@Entity
@Table(name = "invoice_series")
class SeriesEntity {
    static final String ONLY = "MAIN";

    @Id
    private String series;

    @Column(name = "next_number")
    private long next;

    @Column(name = "last_issued_on")
    private LocalDate lastIssuedOn;

    protected SeriesEntity() {}

    /** @throws Refusal {@code invoice.clock} when the day is before that of the last document: a clock was set back */
    InvoiceNumber allot(LocalDate today) {
        if (today.isBefore(lastIssuedOn)) {
            throw new Refusal("invoice.clock", "", today, lastIssuedOn);
        }
        lastIssuedOn = today;
        return new InvoiceNumber(next++);
    }
}
