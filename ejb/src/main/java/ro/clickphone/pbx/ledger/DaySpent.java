package ro.clickphone.pbx.ledger;

import java.time.LocalDate;
import ro.clickphone.pbx.kernel.AccountId;

/** The traffic of a local day costs more than before, or more is set aside for it. Fired inside the transaction. */
public record DaySpent(AccountId account, LocalDate day, DailySpend spend) {}
