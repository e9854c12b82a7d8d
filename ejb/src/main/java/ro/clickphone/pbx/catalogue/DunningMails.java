package ro.clickphone.pbx.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import ro.clickphone.pbx.account.Users;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.notify.Mail;
import ro.clickphone.pbx.notify.Outbox;
import ro.clickphone.pbx.notify.Pace;

/** What a customer is told about fees and credit, at the owner's address; posted in the transaction that it is about. */
@ApplicationScoped
class DunningMails {
    @Inject
    private Users users;

    @Inject
    private Outbox outbox;

    /** A fee could not be taken: one mail a day, however many fees. */
    void owed(AccountId account, Product product, Money fee) {
        post(account, "wallet.owed", product.name(), fee.cents());
    }

    void suspended(AccountId account) {
        post(account, "wallet.suspended");
    }

    /** The credit fell below what is coming, or below the warning limit. */
    void low(AccountId account, Money credit, Money needed) {
        post(account, "wallet.low", credit.cents(), needed.cents());
    }

    private void post(AccountId account, String kind, Object... arguments) {
        users.owner(account)
                .ifPresent(owner -> outbox.post(
                        account,
                        Mail.of(kind, owner.email(), owner.language(), arguments)
                                .at(new Pace.Once(kind, Duration.ofHours(12)))));
    }
}
