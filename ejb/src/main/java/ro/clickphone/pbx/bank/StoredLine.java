package ro.clickphone.pbx.bank;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.payment.PaymentReference;

/**
 * A line of the bank on finance's desk.
 *
 * @param why key of the text that says why it is an exception; empty otherwise
 * @param account whose it is said to be
 * @param proposedBy who said so: that person cannot book it too
 * @param decidedBy who booked it or set it aside; empty until then
 * @param note the reason for which it was set aside, or the invoice's number
 */
public record StoredLine(
        long id,
        BankLine line,
        LineState state,
        String why,
        Optional<AccountId> account,
        Optional<PaymentReference> reference,
        Instant enteredAt,
        String proposedBy,
        String decidedBy,
        String note)
        implements Serializable {}
