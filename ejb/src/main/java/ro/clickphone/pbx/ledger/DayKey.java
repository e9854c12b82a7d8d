package ro.clickphone.pbx.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import ro.clickphone.pbx.kernel.AccountId;

@Embeddable
class DayKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "account_id")
    private long account;

    @Column(name = "spent_on")
    private LocalDate day;

    protected DayKey() {}

    DayKey(AccountId account, LocalDate day) {
        this.account = account.value();
        this.day = day;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayKey key && key.account == account && key.day.equals(day);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account) * 31 + day.hashCode();
    }
}
