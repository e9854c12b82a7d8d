package ro.clickphone.engine.call;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.media.MediaTerms;

/** Where calls go: registered devices and trunks. A door, because the verbs are tested without a SIP stack. */
public interface Outside {
    /** Where a party can be reached now, the preferred first; empty when nowhere. */
    List<Target> targets(Party party);

    /**
     * What must be known of the parties' phones before they are called, is asked for where nobody asked yet: a restart
     * restores who is registered, but not who must encrypt.
     *
     * @param then runs in the mailbox, now or later
     */
    default void ready(List<Party> parties, Executor mailbox, Runnable then) {
        then.run();
    }

    /** Sends an INVITE there. @param mailbox of the call, where the events are told */
    LegDialog invite(Target target, Invitation invitation, Executor mailbox, DialogEvents events);

    /** One device, or a trunk with all its peers. */
    interface Target {
        /** On what terms its audio is offered. */
        MediaTerms terms();

        /** Its place among the devices of its party, from 0 to 1000 (the {@code q} of RFC 3261 10.2.1.2): the highest rings first. */
        default int preference() {
            return 1000;
        }
    }

    /** What an INVITE says. */
    record Invitation(CallId call, CallerId from, Optional<Diversion> diversion, String offer) {}
}
