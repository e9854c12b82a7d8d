package ro.clickphone.pbx.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import ro.clickphone.pbx.kernel.AccountId;

/** A name inside an account: of a transfer, its document, or a reservation. */
@Embeddable
class LedgerKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "account_id")
    private long account;

    @Column(name = "id")
    private String id;

    protected LedgerKey() {}

    LedgerKey(AccountId account, TransferId id) {
        this.account = account.value();
        this.id = id.value();
    }

    LedgerKey(AccountId account, ReservationId id) {
        this.account = account.value();
        this.id = id.value();
    }

    AccountId account() {
        return new AccountId(account);
    }

    String id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerKey key && key.account == account && key.id.equals(id);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account) * 31 + id.hashCode();
    }
}
