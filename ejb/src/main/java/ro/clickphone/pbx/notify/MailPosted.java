package ro.clickphone.pbx.notify;

/** There is something to send. Fired inside the transaction, acted on after commit. */
record MailPosted() {}
