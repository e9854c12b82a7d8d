package ro.clickphone.pbx.ledger;

import ro.clickphone.pbx.kernel.AccountId;

/**
 * A customer has more or less than before. Fired inside the transaction, so that what a top-up pays for is paid in the
 * same one.
 */
public record WalletChanged(AccountId account, TransferKind kind, Balance before, Balance after) {}
