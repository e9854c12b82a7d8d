package ro.clickphone.pbx.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.YearMonth;
import ro.clickphone.pbx.kernel.AccountId;

@Embeddable
class MonthKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "account_id")
    private long account;

    @Column(name = "subscription_id")
    private String subscription;

    private int month;

    protected MonthKey() {}

    MonthKey(AccountId account, OrderId subscription, YearMonth month) {
        this.account = account.value();
        this.subscription = subscription.value();
        this.month = Months.number(month);
    }

    AccountId account() {
        return new AccountId(account);
    }

    OrderId subscription() {
        return new OrderId(subscription);
    }

    YearMonth month() {
        return Months.of(month);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MonthKey key
                && key.account == account
                && key.month == month
                && key.subscription.equals(subscription);
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(account) * 31 + subscription.hashCode()) * 31 + month;
    }
}
