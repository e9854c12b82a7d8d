package ro.clickphone.portal.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import ro.clickphone.pbx.kernel.AccountChanged;
import ro.clickphone.pbx.prompt.MessagesChanged;

/** Tells the open pages of an account, and of no other, that a message is being recorded, was made or accepted, or that settings were saved. */
@ApplicationScoped
public class MessagesPush {
    @Inject
    @Push(channel = "messages")
    private PushContext channel;

    /** What is edited on several pages at once: each looks whether it was overtaken. */
    void saved(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountChanged event) {
        channel.send("saved", event.account().toString());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesChanged event) {
        channel.send("changed", event.account().toString());
    }
}
