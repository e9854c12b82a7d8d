package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.util.Optional;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.call.Outside.Invitation;
import ro.clickphone.engine.call.Outside.Target;
import ro.clickphone.engine.media.MediaTerms;

/** An INVITE to one registered device, by the way on which it registered. */
final class DeviceCall implements UacLeg.Call {
    private final OurNames names;
    private final At target;
    private final Invitation invitation;
    private final Dialog dialog;

    /** The device, and how its audio is offered. */
    record At(Bindings.Device device, MediaTerms terms) implements Target {}

    DeviceCall(OurNames names, At target, Invitation invitation) {
        this.names = names;
        this.target = target;
        this.invitation = invitation;
        Binding binding = target.device().binding();
        CallerId caller = invitation.from();
        String from = Identities.from(caller, caller.number(), names.domain());
        String to = "<sip:" + Identities.escaped(binding.who().user()) + '@'
                + binding.who().domain() + '>';
        this.dialog = Dialog.ofCaller(
                names,
                from,
                to,
                binding.contact(),
                binding.path(),
                target.device().flow());
    }

    @Override
    public Dialog dialog() {
        return dialog;
    }

    @Override
    public Headers headers() {
        return Headers.of("Contact", names.contact(target.device().flow().transport()))
                .with("Allow", SipLeg.ALLOW)
                .with("Supported", SipLeg.SUPPORTED)
                .with(Diversions.of(invitation, names.domain(), dialog.uri()));
    }

    @Override
    public Body offer() {
        return Body.sdp(invitation.offer());
    }

    @Override
    public Optional<UacLeg.Call> afterFailure(int status, Optional<SIPResponse> response) {
        return Optional.empty();
    }
}
