package ro.clickphone.pbx.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "billing_customer")
class CustomerEntity {
    @Id
    @Column(name = "account_id")
    private long account;

    @Embedded
    private PartyColumns party;

    @Column(name = "changed_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant changedAt;

    protected CustomerEntity() {}

    CustomerEntity(AccountId account) {
        this.account = account.value();
    }

    void become(Party changed, Instant now) {
        this.party = new PartyColumns(changed);
        this.changedAt = now;
    }

    AccountId account() {
        return new AccountId(account);
    }

    Party asParty() {
        return party.asParty();
    }
}
