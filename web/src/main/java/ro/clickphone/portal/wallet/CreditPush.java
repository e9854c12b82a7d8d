package ro.clickphone.portal.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import ro.clickphone.pbx.ledger.WalletChanged;
import ro.clickphone.portal.layout.OpenPages;

/** Tells the open pages of an account, and of no other, that its credit is another one. */
@ApplicationScoped
public class CreditPush {
    @Inject
    @Push(channel = "credit")
    private PushContext channel;

    @Inject
    private OpenPages pages;

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) WalletChanged event) {
        if (pages.listen("credit", event.account())) {
            channel.send("changed", event.account().toString());
        }
    }
}
