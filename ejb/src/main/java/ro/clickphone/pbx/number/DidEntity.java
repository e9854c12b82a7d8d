package ro.clickphone.pbx.number;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.InstantAsUtc;

/** Known by the number alone: the public network has each number once. */
@Entity
@Table(name = "did")
class DidEntity {
    @Id
    private String number;

    @Column(name = "account_id")
    private long account;

    @Column(name = "trunk_id")
    private long trunk;

    @Column(name = "created_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant createdAt;

    protected DidEntity() {}

    DidEntity(AccountId account, E164 number, TrunkId trunk, Instant now) {
        this.number = number.value();
        this.account = account.value();
        this.trunk = trunk.value();
        this.createdAt = now;
    }

    Did asDid() {
        return new Did(new AccountId(account), new E164(number), new TrunkId(trunk));
    }
}
