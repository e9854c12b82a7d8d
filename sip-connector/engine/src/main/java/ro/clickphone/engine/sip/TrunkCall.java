package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.call.Outside.Invitation;
import ro.clickphone.engine.call.Outside.Target;
import ro.clickphone.engine.media.MediaTerms;
import ro.clickphone.engine.media.MediaTerms.Protection;

/** An INVITE to a carrier's machine; the next machine when this one does not answer or fails. */
final class TrunkCall implements UacLeg.Call {
    private final OurNames names;
    private final Flows flows;
    private final Over target;
    private final Invitation invitation;
    private final List<Trunks.Peer> peers;
    private final Headers proof;
    private final Dialog dialog;

    /** A number behind a trunk. */
    record Over(Trunks.Trunk trunk, String number) implements Target {
        @Override
        public MediaTerms terms() {
            return new MediaTerms(Protection.OFF, trunk.config().codecs());
        }
    }

    static TrunkCall first(OurNames names, Flows flows, Over target, Invitation invitation) {
        return new TrunkCall(
                names, flows, target, invitation, order(target.trunk().peers()), Headers.NONE);
    }

    /** @param peers left to be tried, the one to call now first */
    private TrunkCall(
            OurNames names, Flows flows, Over target, Invitation invitation, List<Trunks.Peer> peers, Headers proof) {
        this.names = names;
        this.flows = flows;
        this.target = target;
        this.invitation = invitation;
        this.peers = peers;
        this.proof = proof;
        Trunks.Peer peer = peers.get(0);
        String host = OurNames.bracketed(peer.config().host());
        String uri = "sip:" + written(target.number()) + '@' + host + ':'
                + peer.config().port() + ";user=phone";
        String from = Identities.from(invitation.from(), caller(), names.publicHost());
        this.dialog = Dialog.ofCaller(
                names,
                from,
                "<sip:" + written(target.number()) + '@' + host + '>',
                uri,
                List.of(),
                flows.to(peer.config().transport(), peer.address()));
    }

    /** By priority; among equals at random, by weight (RFC 2782). */
    static List<Trunks.Peer> order(List<Trunks.Peer> peers) {
        record Drawn(Trunks.Peer peer, double lot) {}
        List<Drawn> drawn = new ArrayList<>();
        for (Trunks.Peer peer : peers) {
            double random = ThreadLocalRandom.current().nextDouble();
            drawn.add(new Drawn(peer, -Math.log(1 - random) / peer.config().weight()));
        }
        drawn.sort(Comparator.comparingInt((Drawn one) -> one.peer().config().priority())
                .thenComparingDouble(Drawn::lot));
        return drawn.stream().map(Drawn::peer).toList();
    }

    private TrunkConfig config() {
        return target.trunk().config();
    }

    private String written(String number) {
        return Identities.escaped(NumberWriting.write(number, config().format()));
    }

    private String caller() {
        CallerId from = invitation.from();
        return NumberWriting.write(from.number(), config().format());
    }

    @Override
    public Dialog dialog() {
        return dialog;
    }

    @Override
    public Headers headers() {
        return Headers.of("Contact", dialog.contact())
                .with("Allow", SipLeg.ALLOW)
                .with("Supported", SipLeg.SUPPORTED)
                .with(Identities.asserted(invitation.from(), caller(), names.publicHost()))
                .with(Diversions.of(invitation, names.publicHost()))
                .with(proof);
    }

    @Override
    public Body offer() {
        return Body.sdp(invitation.offer());
    }

    @Override
    public Optional<UacLeg.Call> afterFailure(int status, Optional<SIPResponse> response) {
        if (status == 401 || status == 407) {
            return proof == Headers.NONE
                    ? response.flatMap(this::proofFor).map(answer -> with(peers, answer))
                    : Optional.empty();
        }
        boolean machineFailed = status >= 500 && status < 600 || status == 408 && response.isEmpty();
        return machineFailed && peers.size() > 1
                ? Optional.of(with(peers.subList(1, peers.size()), Headers.NONE))
                : Optional.empty();
    }

    /** Our password is for this carrier alone, and only where it is configured to ask for one. */
    private Optional<Headers> proofFor(SIPResponse challenge) {
        return config().login().flatMap(login -> TrunkLogin.answer(login, challenge, "INVITE", dialog.uri()));
    }

    private UacLeg.Call with(List<Trunks.Peer> left, Headers answer) {
        return new TrunkCall(names, flows, target, invitation, left, answer);
    }
}
