package ro.clickphone.engine.sip;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.ListIterator;
import java.util.Locale;
import ro.clickphone.engine.call.DialogEvents;

/** Refreshes a leg's session: by UPDATE where the far end knows it, otherwise by an INVITE with the same description. */
final class SessionKeeper implements SessionTimer.Session {
    private final SipLeg leg;
    private boolean updatable;

    SessionKeeper(SipLeg leg) {
        this.leg = leg;
    }

    /** The far end's own word on what it can. */
    void learn(SIPMessage message) {
        ListIterator<SIPHeader> allowed = message.getHeaders("Allow");
        while (allowed.hasNext()) {
            updatable |=
                    allowed.next().getHeaderValue().toUpperCase(Locale.ROOT).contains("UPDATE");
        }
    }

    @Override
    public void refresh() {
        if (leg.isOver() || leg.isNegotiating()) {
            leg.session.refreshLater();
        } else if (updatable) {
            Headers headers = Headers.of("Contact", leg.contact())
                    .with("Supported", SipLeg.SUPPORTED)
                    .with(leg.session.renewal());
            leg.send("UPDATE", headers, Body.NONE, this::refreshed);
        } else {
            leg.events.offerWanted(new DialogEvents.Reply() {
                @Override
                public void accept(String sdp) {
                    leg.offerAnew(sdp);
                }

                @Override
                public void refuse(int status) {
                    leg.session.refreshLater();
                }
            });
        }
    }

    @Override
    public void expired() {
        leg.lost();
    }

    /** Anything but a clear word that the dialog is gone leaves time to try again. */
    void refreshed(Answer answer) {
        if (leg.isOver() || answer.isProvisional()) {
            return;
        }
        if (answer.isSuccess()) {
            answer.response().ifPresent(response -> leg.session.agreed(SessionTerms.of(response)));
        } else if (answer.status() == 481 || answer.status() == 408) {
            leg.lost();
        } else {
            answer.response()
                    .filter(response -> answer.status() == 422)
                    .ifPresent(response -> leg.session.tooShort(SessionTerms.of(response)));
            updatable &= answer.status() != 405 && answer.status() != 501;
            leg.session.refreshLater();
        }
    }
}
