package ro.clickphone.engine.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import ro.clickphone.engine.EngineConfig.AudioKeys;
import ro.clickphone.engine.api.DigestCredential;
import ro.clickphone.engine.api.DigestCredential.Srtp;
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
    private final TrunkCall.Room carriers;
    private final AudioKeys audioKeys;

    Gateway(
            SipDesk desk,
            Bindings bindings,
            Trunks trunks,
            Credentials credentials,
            TrunkCall.Room carriers,
            AudioKeys audioKeys) {
        this.desk = desk;
        this.bindings = bindings;
        this.trunks = trunks;
        this.credentials = credentials;
        this.carriers = carriers;
        this.audioKeys = audioKeys;
    }

    @Override
    public List<Target> targets(Party party) {
        if (party instanceof Party.Extension extension) {
            SipIdentity who = extension.who();
            List<Target> reached = new ArrayList<>();
            for (List<Bindings.Device> flows : bindings.phones(who)) {
                for (Bindings.Device flow : flows) {
                    Optional<MediaTerms> terms = terms(who, flow.flow());
                    if (terms.isPresent()) {
                        reached.add(new DeviceCall.At(flow, terms.get(), others(flows, flow)));
                        break;
                    }
                }
            }
            return reached;
        }
        Party.PublicNumber number = (Party.PublicNumber) party;
        List<Trunks.Trunk> ways = trunks.waysOf(number.trunk());
        return ways.isEmpty() ? List.of() : List.of(TrunkCall.Over.of(ways, carriers.watch()::isDown, number.number()));
    }

    /** By another transport keys would travel that were made for this one, or none would where there must be some. */
    private static List<Bindings.Device> others(List<Bindings.Device> flows, Bindings.Device first) {
        return flows.size() == 1
                ? List.of()
                : flows.stream()
                        .filter(flow -> !flow.equals(first)
                                && flow.flow().transport() == first.flow().transport())
                        .toList();
    }

    @Override
    public void ready(List<Party> parties, Executor mailbox, Runnable then) {
        List<SipIdentity> unknown = parties.stream()
                .filter(Party.Extension.class::isInstance)
                .map(party -> ((Party.Extension) party).who())
                .filter(who -> credentials.remembered(who).isEmpty()
                        && !bindings.of(who).isEmpty())
                .toList();
        if (unknown.isEmpty()) {
            then.run();
            return;
        }
        AtomicInteger open = new AtomicInteger(unknown.size());
        Runnable answered = () -> {
            if (open.decrementAndGet() == 0) {
                mailbox.execute(then);
            }
        };
        unknown.forEach(who -> credentials.of(who, found -> answered.run(), why -> answered.run()));
    }

    /**
     * What the customer demands of the phone's audio; a browser has no choice.
     *
     * @return empty when the demand cannot be met: keys that others can read on their way protect nothing
     */
    Optional<MediaTerms> terms(SipIdentity who, Flow flow) {
        return terms(who, flow.transport())
                .map(terms -> terms.towards(flow.remote().getAddress()));
    }

    private Optional<MediaTerms> terms(SipIdentity who, Transport transport) {
        if (transport == Transport.WS || transport == Transport.WSS) {
            return Optional.of(new MediaTerms(Protection.WEBRTC, List.of()));
        }
        boolean keysMayTravel = transport == Transport.TLS || audioKeys == AudioKeys.OVER_ANY_TRANSPORT;
        // who cannot be asked for is protected rather than overheard
        Srtp demanded = credentials.remembered(who).map(DigestCredential::srtp).orElse(Srtp.REQUIRED);
        return switch (demanded) {
            case OFF -> Optional.of(MediaTerms.PLAIN);
            case OPTIONAL ->
                Optional.of(new MediaTerms(
                        keysMayTravel ? Protection.IF_POSSIBLE : Protection.BY_HANDSHAKE_IF_POSSIBLE, List.of()));
            case REQUIRED ->
                keysMayTravel ? Optional.of(new MediaTerms(Protection.REQUIRED, List.of())) : Optional.empty();
        };
    }

    @Override
    public LegDialog invite(Target target, Invitation invitation, Executor mailbox, DialogEvents events) {
        UacLeg.Call call = target instanceof DeviceCall.At device
                ? new DeviceCall(desk.names(), device, invitation)
                : TrunkCall.first(carriers, (TrunkCall.Over) target, invitation);
        return new UacLeg(desk, call, mailbox, events);
    }
}
