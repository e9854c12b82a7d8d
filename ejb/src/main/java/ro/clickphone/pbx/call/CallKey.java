package ro.clickphone.pbx.call;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.AccountId;

@Embeddable
class CallKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "account_id")
    private long account;

    @Column(name = "call_id")
    private String callId;

    protected CallKey() {}

    CallKey(AccountId account, CallId call) {
        this.account = account.value();
        this.callId = call.toString();
    }

    AccountId account() {
        return new AccountId(account);
    }

    CallId call() {
        return CallId.parse(callId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallKey key && key.account == account && key.callId.equals(callId);
    }

    @Override
    public int hashCode() {
        return callId.hashCode();
    }
}
