package ro.clickphone.portal.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import ro.clickphone.pbx.live.PresenceChanged;

/** Tells the open pages of an account, and of no other, that one of its phones came, went, rings or talks. */
@ApplicationScoped
public class PresencePush {
    @Inject
    @Push(channel = "presence")
    private PushContext channel;

    void changed(@Observes PresenceChanged event) {
        channel.send("changed", event.account().toString());
    }
}
