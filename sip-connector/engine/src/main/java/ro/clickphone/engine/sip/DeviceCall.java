package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.call.Outside.Invitation;
import ro.clickphone.engine.call.Outside.Target;
import ro.clickphone.engine.media.MediaTerms;
import ro.clickphone.engine.media.MediaTerms.Protection;

/** An INVITE to one registered device, by the way on which it registered. */
final class DeviceCall implements UacLeg.Call {
    private static final Pattern CLEAR = Pattern.compile("(?m)^(m=audio [0-9]+ RTP/)AVP ");

    private final OurNames names;
    private final At target;
    private final Invitation invitation;
    private final Dialog dialog;
    private final String offer;

    /** The device, and how its audio is offered. */
    record At(Bindings.Device device, MediaTerms terms) implements Target {
        @Override
        public int preference() {
            return device.binding().q();
        }
    }

    DeviceCall(OurNames names, At target, Invitation invitation) {
        this(names, target, invitation, invitation.offer());
    }

    private DeviceCall(OurNames names, At target, Invitation invitation, String offer) {
        this.offer = offer;
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
                .with(invitation
                        .diversion()
                        .map(diversion -> Diversions.of(diversion, diversion.by(), names.domain(), dialog.uri()))
                        .orElse(Headers.NONE));
    }

    @Override
    public Body offer() {
        return Body.sdp(offer);
    }

    /** Phones that must encrypt do not look for keys beside {@code RTP/AVP}: they are asked again with {@code RTP/SAVP}. */
    @Override
    public Optional<UacLeg.Call> afterFailure(int status, Optional<SIPResponse> response) {
        boolean mayEncrypt = target.terms().protection() == Protection.SDES_IF_POSSIBLE;
        String encrypted = CLEAR.matcher(offer).replaceAll("$1SAVP ");
        return status == 488 && mayEncrypt && !encrypted.equals(offer)
                ? Optional.of(new DeviceCall(names, target, invitation, encrypted))
                : Optional.empty();
    }
}
