package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.util.Locale;
import ro.clickphone.engine.call.DialogEvents;

/**
 * A REFER in a leg's dialog, and the subscription that it makes (RFC 3515 2.4.4): NOTIFY tells what becomes of it, as the
 * first line of a response (RFC 3420). With {@code Refer-Sub: false} nothing is told (RFC 4488).
 */
final class ReferSubscription implements DialogEvents.Referral {
    /** Of the longest ringing, and the questions before it. */
    private static final int SECONDS = 360;

    private final SipLeg leg;
    private final ServerTransaction transaction;
    private final String event;
    private final boolean wanted;
    private boolean accepted;
    private boolean over;

    /** @param first of its dialog; later ones need a name */
    ReferSubscription(SipLeg leg, SIPRequest request, ServerTransaction transaction, First first) {
        this.leg = leg;
        this.transaction = transaction;
        this.event =
                first == First.YES ? "refer" : "refer;id=" + request.getCSeq().getSeqNumber();
        this.wanted = !(request.getHeader("Refer-Sub") instanceof SIPHeader sub
                && sub.getHeaderValue().trim().toLowerCase(Locale.ROOT).startsWith("false"));
    }

    enum First {
        YES,
        NO
    }

    /** Whether more is to be told. */
    boolean isPending() {
        return accepted && !over;
    }

    @Override
    public void accept() {
        accepted = true;
        Headers answer = Headers.of("Contact", leg.contact()).with("Allow", SipLeg.ALLOW);
        transaction.respond(202, wanted ? answer : answer.with("Refer-Sub", "false"));
        progress(100);
    }

    @Override
    public void refuse(int status) {
        over = true;
        transaction.respond(status);
    }

    @Override
    public void progress(int status) {
        if (over) {
            return;
        }
        over = status >= 200;
        if (wanted) {
            Headers headers = Headers.of("Event", event)
                    .with("Subscription-State", over ? "terminated;reason=noresource" : "active;expires=" + SECONDS)
                    .with("Contact", leg.contact())
                    .with("Allow", SipLeg.ALLOW);
            String line = "SIP/2.0 " + status + ' ' + Phrases.of(status) + "\r\n";
            leg.send("NOTIFY", headers, new Body("message/sipfrag;version=2.0", line));
        }
    }
}
