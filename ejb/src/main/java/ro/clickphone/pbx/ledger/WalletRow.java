package ro.clickphone.pbx.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;

/**
 * One line of a customer's statement.
 *
 * @param number counts the account's transfers from 1; the order in which they happened, whatever the clock said
 * @param amount what the customer has more, or less
 * @param totalAfter what the customer had then
 * @param document the invoice, once there is one
 */
public record WalletRow(
        AccountId account,
        TransferId id,
        long number,
        TransferKind kind,
        Instant at,
        Money amount,
        Money totalAfter,
        Wording wording,
        Optional<DocumentNumber> document)
        implements Serializable {}
