package ro.clickphone.portal.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import ro.clickphone.pbx.live.PresenceChanged;
import ro.clickphone.portal.layout.OpenPages;

/** Tells the open pages of an account, and of no other, that one of its phones came, went, rings or talks. */
@ApplicationScoped
public class PresencePush {
    @Inject
    @Push(channel = "presence")
    private PushContext channel;

    @Inject
    private OpenPages pages;

    void changed(@Observes PresenceChanged event) {
        if (pages.listen("presence", event.account())) {
            channel.send("changed", event.account().toString());
        }
    }
}
