package ro.clickphone.pbx.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;

/** What a customer is told about fees and credit, at the owner's address; posted in the transaction that it is about. */
@ApplicationScoped
class DunningMails {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    @Inject
    private Users users;

    @Inject
    private Outbox outbox;

    /** A fee could not be taken: one mail a day, however many fees. */
    void owed(AccountId account, Product product, Money fee) {
        post(account, "wallet.owed", daily("wallet.owed"), product.name(), fee.cents());
    }

    void suspended(AccountId account) {
        post(account, "wallet.suspended", daily("wallet.suspended"));
    }

    /** The credit fell below what is coming, or below the warning limit: it does so again only after a top-up. */
    void low(AccountId account, Money credit, Money needed) {
        post(account, "wallet.low", new Pace.Each(), credit.cents(), needed.cents());
    }

    /** Minutes of that month were not used, and its end is near: once a month. */
    void expiring(AccountId account, int minutes, YearMonth month) {
        post(
                account,
                "wallet.minutes",
                new Pace.Once("wallet.minutes " + month, Duration.ofDays(31)),
                minutes,
                month.atEndOfMonth().format(DAY));
    }

    private void post(AccountId account, String kind, Pace pace, Object... arguments) {
        users.owner(account)
                .ifPresent(owner -> outbox.post(
                        account,
                        Mail.of(kind, owner.email(), owner.language(), arguments)
                                .at(pace)));
    }

    private static Pace daily(String kind) {
        return new Pace.Once(kind, Duration.ofHours(12));
    }
}
