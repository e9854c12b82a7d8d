package ro.clickphone.pbx.ledger;

import java.time.LocalDate;
import ro.clickphone.pbx.kernel.AccountId;

/** Something paid was not begun, or not continued, because the daily limit has no room for it. Fired inside the transaction. */
public record LimitMet(AccountId account, LocalDate day, DailySpend spend) {}
