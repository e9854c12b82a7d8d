package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.call.Outside.Invitation;
import ro.clickphone.engine.call.Outside.Target;
import ro.clickphone.engine.media.MediaTerms;

/** An INVITE to one registered device, by the way on which it registered. */
final class DeviceCall implements UacLeg.Call {
    /** How long a flow may be silent while there is another: a phone that lives says at once that it rings. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private static final int FLOW_FAILED = 430;

    private final OurNames names;
    private final At target;
    private final Invitation invitation;
    private final Dialog dialog;
    /** Never empty. */
    private final List<String> wordings;

    /**
     * The device, and how its audio is offered.
     *
     * @param others flows to the same phone, to be tried when this one fails
     */
    record At(Bindings.Device device, MediaTerms terms, List<Bindings.Device> others) implements Target {
        At next() {
            return new At(others.get(0), terms, others.subList(1, others.size()));
        }

        @Override
        public int preference() {
            return device.binding().q();
        }
    }

    DeviceCall(OurNames names, At target, Invitation invitation) {
        this(names, target, invitation, Wordings.of(invitation.offer()));
    }

    private DeviceCall(OurNames names, At target, Invitation invitation, List<String> wordings) {
        this.wordings = wordings;
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
        return Headers.of("Contact", names.contact(target.device().flow()))
                .with("Allow", SipLeg.ALLOW)
                .with("Supported", SipLeg.SUPPORTED)
                .with(invitation
                        .diversion()
                        .map(diversion -> Diversions.of(diversion, diversion.by(), names.domain(), dialog.uri()))
                        .orElse(Headers.NONE));
    }

    @Override
    public Duration patience() {
        return target.others().isEmpty() ? ClientTransaction.USUAL_PATIENCE : SILENCE;
    }

    @Override
    public Body offer() {
        return Body.sdp(wordings.get(0));
    }

    /** By the phone's next flow when this one is dead (RFC 5626 5.3); in other words when it cannot take these. */
    @Override
    public Optional<UacLeg.Call> afterFailure(int status, Optional<SIPResponse> response) {
        boolean silent = response.isEmpty() && (status == 408 || status == 503);
        if ((silent || status == FLOW_FAILED) && !target.others().isEmpty()) {
            return Optional.of(new DeviceCall(names, target.next(), invitation, wordings));
        }
        return status == 488 && wordings.size() > 1
                ? Optional.of(new DeviceCall(names, target, invitation, wordings.subList(1, wordings.size())))
                : Optional.empty();
    }
}
