package ro.clickphone.pbx.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "account")
class AccountEntity {
    @Id
    @Column(name = "account_id")
    private long id;

    private String name;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "extension_limit")
    private int extensionLimit;

    @Column(name = "created_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant createdAt;

    protected AccountEntity() {}

    AccountEntity(AccountId id, NewAccount order, Instant now) {
        this.id = id.value();
        this.name = order.name();
        this.timeZone = order.timeZone().getId();
        this.extensionLimit = order.extensionLimit();
        this.createdAt = now;
    }

    Account asAccount() {
        return new Account(new AccountId(id), name, ZoneId.of(timeZone), extensionLimit, createdAt);
    }
}
