package ro.clickphone.pbx.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import ro.clickphone.pbx.kernel.AccountId;

/** Who is told of an account's missed calls. */
@Entity
@Table(name = "missed_call_mail")
class MissedCallMailEntity {
    @Id
    @Column(name = "account_id")
    private long account;

    private String address;
    private String language;

    protected MissedCallMailEntity() {}

    MissedCallMailEntity(AccountId account) {
        this.account = account.value();
    }

    void tell(String wanted, String in) {
        address = wanted;
        language = in;
    }

    String address() {
        return address;
    }

    String language() {
        return language;
    }
}
