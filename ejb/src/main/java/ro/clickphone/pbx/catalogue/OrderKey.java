package ro.clickphone.pbx.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import ro.clickphone.pbx.kernel.AccountId;

@Embeddable
class OrderKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "account_id")
    private long account;

    @Column(name = "id")
    private String id;

    protected OrderKey() {}

    OrderKey(AccountId account, OrderId id) {
        this.account = account.value();
        this.id = id.value();
    }

    AccountId account() {
        return new AccountId(account);
    }

    OrderId id() {
        return new OrderId(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderKey key && key.account == account && key.id.equals(id);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account) * 31 + id.hashCode();
    }
}
