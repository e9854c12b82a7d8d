package ro.clickphone.portal.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import ro.clickphone.pbx.ledger.WalletChanged;

/** Tells the open pages of an account, and of no other, that its credit is another one. */
@ApplicationScoped
public class CreditPush {
    @Inject
    @Push(channel = "credit")
    private PushContext channel;

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) WalletChanged event) {
        channel.send("changed", event.account().toString());
    }
}
