package ro.clickphone.pbx.invoice;

import ro.clickphone.pbx.kernel.AccountId;

/** Fired inside the transaction that issues it. */
public record InvoiceIssued(AccountId account, InvoiceNumber number) {}
