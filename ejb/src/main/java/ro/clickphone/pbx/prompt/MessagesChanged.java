package ro.clickphone.pbx.prompt;

import ro.clickphone.pbx.kernel.AccountId;

/** A message of the account is being recorded, was made, accepted or given up; for open pages. */
public record MessagesChanged(AccountId account) {}
