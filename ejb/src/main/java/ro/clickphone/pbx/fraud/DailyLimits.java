package ro.clickphone.pbx.fraud;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import ro.clickphone.pbx.access.Guarded;
import ro.clickphone.pbx.access.Need;
import ro.clickphone.pbx.account.AccountService;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.ledger.SpendCap;

/** The daily limit as whoever sets money aside for calls and messages asks for it (manual, item 171). */
@Stateless
@Guarded(Need.READ)
public class DailyLimits {
    @Inject
    private FraudService fraud;

    @Inject
    private AccountService accounts;

    @Inject
    private LimitWatch watch;

    @Inject
    private Clock clock;

    /** What may be spent on the day that it is now where the account is. */
    public SpendCap today(AccountId account) {
        LocalDate day = LocalDate.now(clock.withZone(accounts.find(account).timeZone()));
        return new SpendCap(day, fraud.settings(account).dailyLimit());
    }

    /** A day begins: reports of the one before. May be told twice. */
    @Guarded(Need.OPERATE)
    public void dayBegins(LocalDate today) {
        watch.dayAfter(today);
    }
}
