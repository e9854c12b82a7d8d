package ro.clickphone.pbx.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

/** A month of a customer whose services have been invoiced against advances. */
@Entity
@Table(name = "advance_month")
@IdClass(AdvanceMonthEntity.Key.class)
class AdvanceMonthEntity {
    @Id
    @Column(name = "account_id")
    private long account;

    @Id
    @Column(name = "month")
    private int month;

    @Column(name = "closed_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant closedAt;

    protected AdvanceMonthEntity() {}

    AdvanceMonthEntity(AccountId account, YearMonth month, Instant now) {
        Key key = new Key(account, month);
        this.account = key.account;
        this.month = key.month;
        this.closedAt = now;
    }

    /** {@code 202610} of a customer. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long account;
        private int month;

        protected Key() {}

        Key(AccountId account, YearMonth month) {
            this.account = account.value();
            this.month = month.getYear() * 100 + month.getMonthValue();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.account == account && key.month == month;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(account) * 31 + month;
        }
    }
}
