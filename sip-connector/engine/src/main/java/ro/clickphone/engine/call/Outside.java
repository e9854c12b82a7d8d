package ro.clickphone.engine.call;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.media.MediaTerms;

/** Where calls go: registered devices and trunks. A door, because the verbs are tested without a SIP stack. */
public interface Outside {
    /** Where a party can be reached now, the preferred first; empty when nowhere. */
    List<Target> targets(Party party);

    /** Sends an INVITE there. @param mailbox of the call, where the events are told */
    LegDialog invite(Target target, Invitation invitation, Executor mailbox, DialogEvents events);

    /** One device, or a trunk with all its peers. */
    interface Target {
        /** On what terms its audio is offered. */
        MediaTerms terms();
    }

    /** What an INVITE says. */
    record Invitation(CallId call, CallerId from, Optional<String> divertedFrom, String offer) {}
}
