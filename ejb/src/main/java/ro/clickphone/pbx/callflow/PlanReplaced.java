package ro.clickphone.pbx.callflow;

import ro.clickphone.pbx.kernel.AccountId;

/** The account's calls follow a new plan from now on. */
record PlanReplaced(AccountId account) {}
