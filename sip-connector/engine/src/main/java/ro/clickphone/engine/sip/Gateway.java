package ro.clickphone.engine.sip;

import java.util.List;
import java.util.concurrent.Executor;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.call.DialogEvents;
import ro.clickphone.engine.call.LegDialog;
import ro.clickphone.engine.call.Outside;
import ro.clickphone.engine.media.MediaTerms;
import ro.clickphone.engine.media.MediaTerms.Protection;

/** Finds where a party is, and calls there. */
final class Gateway implements Outside {
    private final SipDesk desk;
    private final Bindings bindings;
    private final Trunks trunks;
    private final Credentials credentials;
    private final Flows flows;

    Gateway(SipDesk desk, Bindings bindings, Trunks trunks, Credentials credentials, Flows flows) {
        this.desk = desk;
        this.bindings = bindings;
        this.trunks = trunks;
        this.credentials = credentials;
        this.flows = flows;
    }

    @Override
    public List<Target> targets(Party party) {
        if (party instanceof Party.Extension extension) {
            SipIdentity who = extension.who();
            return bindings.of(who).stream()
                    .filter(device -> device.flow().isOpen())
                    .map(device -> (Target)
                            new DeviceCall.At(device, terms(who, device.flow().transport())))
                    .toList();
        }
        Party.PublicNumber number = (Party.PublicNumber) party;
        return trunks.byId(number.trunk())
                .filter(trunk -> !trunk.peers().isEmpty())
                .map(trunk -> (Target) new TrunkCall.Over(trunk, number.number()))
                .map(List::of)
                .orElse(List.of());
    }

    /** What the customer demands of the phone's audio; a browser has no choice. */
    MediaTerms terms(SipIdentity who, Transport transport) {
        if (transport == Transport.WS || transport == Transport.WSS) {
            return new MediaTerms(Protection.WEBRTC, List.of());
        }
        return credentials
                .remembered(who)
                .map(DigestCredential::srtp)
                .map(srtp -> switch (srtp) {
                    case OFF -> MediaTerms.PLAIN;
                    case OPTIONAL -> new MediaTerms(Protection.SDES_IF_OFFERED, List.of());
                    case REQUIRED -> new MediaTerms(Protection.SDES_REQUIRED, List.of());
                })
                .orElse(MediaTerms.PLAIN);
    }

    @Override
    public LegDialog invite(Target target, Invitation invitation, Executor mailbox, DialogEvents events) {
        UacLeg.Call call = target instanceof DeviceCall.At device
                ? new DeviceCall(desk.names(), device, invitation)
                : TrunkCall.first(desk.names(), flows, (TrunkCall.Over) target, invitation);
        return new UacLeg(desk, call, mailbox, events);
    }
}
