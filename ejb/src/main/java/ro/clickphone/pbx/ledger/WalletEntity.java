package ro.clickphone.pbx.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.Money;

/** The sums kept beside the ledger. Its row lock is what every movement of the account's money waits for. */
@Entity
@Table(name = "wallet")
class WalletEntity {
    @Id
    @Column(name = "account_id")
    private long account;

    private long available;
    private long reserved;
    private long transfers;

    protected WalletEntity() {}

    Balance balance() {
        return new Balance(new Money(available), new Money(reserved));
    }

    /** @return the transfer's number */
    long take(Transfer transfer) {
        available = Math.addExact(available, transfer.into(Book.WALLET).micros());
        reserved = Math.addExact(reserved, transfer.into(Book.RESERVED).micros());
        return ++transfers;
    }

    AccountId account() {
        return new AccountId(account);
    }
}
