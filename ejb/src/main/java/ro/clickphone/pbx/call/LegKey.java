package ro.clickphone.pbx.call;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.pbx.kernel.AccountId;

@Embeddable
class LegKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "account_id")
    private long account;

    @Column(name = "call_id")
    private String callId;

    @Column(name = "leg")
    private int leg;

    protected LegKey() {}

    LegKey(AccountId account, LegId leg) {
        this.account = account.value();
        this.callId = leg.call().toString();
        this.leg = leg.number();
    }

    int number() {
        return leg;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LegKey key && key.account == account && key.leg == leg && key.callId.equals(callId);
    }

    @Override
    public int hashCode() {
        return callId.hashCode() * 31 + leg;
    }
}
