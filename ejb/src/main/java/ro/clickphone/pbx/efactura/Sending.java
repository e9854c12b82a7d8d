package ro.clickphone.pbx.efactura;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ro.clickphone.pbx.document.DocumentKind;
import ro.clickphone.pbx.invoice.InvoiceNumber;
import ro.clickphone.pbx.tax.WorkingDays;

/**
 * A document's way to the tax office.
 *
 * @param printed its number on paper
 * @param company whether its customer has a tax code; the others' documents go by a door of their own
 * @param uploadIndex what the tax office calls it; empty before it has it
 * @param problem what the tax office said last; empty when nothing is wrong
 * @param sealed whether its answer is kept
 */
public record Sending(
        InvoiceNumber number,
        String printed,
        DocumentKind kind,
        boolean company,
        String customer,
        LocalDate issuedOn,
        SendState state,
        String uploadIndex,
        int attempts,
        Optional<Instant> startedAt,
        Optional<Instant> answeredAt,
        String problem,
        boolean sealed)
        implements Serializable {
    /** OUG 120/2021 as changed for 2026: five working days from the day of issue. */
    public static final int WORKING_DAYS = 5;

    public LocalDate deadline() {
        return WorkingDays.after(issuedOn, WORKING_DAYS);
    }

    /** Whether the tax office has it, however it will judge it. */
    public boolean isDelivered() {
        return state == SendState.SENT || state == SendState.ACCEPTED;
    }

    /** Not delivered, and the deadline is today, tomorrow or past. */
    public boolean isUrgent(LocalDate today) {
        return !isDelivered() && !today.plusDays(1).isBefore(deadline());
    }
}
