package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.call.Outside.Invitation;
import ro.clickphone.engine.call.Outside.Target;
import ro.clickphone.engine.media.MediaTerms;
import ro.clickphone.engine.media.MediaTerms.Protection;

/** An INVITE to a carrier's machine; the next machine when this one does not answer or fails. */
final class TrunkCall implements UacLeg.Call {
    /** How long a machine may be silent while there is another: those that live say 100 at once. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    /** 112, and the numbers of social value (European decision 2007/116/EC). */
    private static final Pattern EMERGENCY = Pattern.compile("112|116[0-9]{3}");

    private final Room room;
    private final Over target;
    private final Invitation invitation;
    private final List<Trunks.Peer> peers;
    private final Headers proof;
    private final Dialog dialog;

    /** What all calls to carriers work with. */
    record Room(OurNames names, Flows flows, TrunkWatch watch, TrunkUse use) {}

    /** A number behind a trunk. */
    record Over(Trunks.Trunk trunk, String number) implements Target {
        @Override
        public MediaTerms terms() {
            return new MediaTerms(Protection.OFF, trunk.config().codecs());
        }
    }

    /** Takes one of the trunk's channels until it is closed; where none is free it fails as a dead machine does. */
    static TrunkCall first(Room room, Over target, Invitation invitation) {
        Trunks.Trunk trunk = target.trunk();
        List<Trunks.Peer> peers = order(trunk.peers(), room.watch()::isDown);
        if (EMERGENCY.matcher(target.number()).matches()) {
            room.use().enterAnyway(trunk.config());
        } else if (!room.use().enter(trunk.config())) {
            Room full =
                    new Room(room.names(), (transport, address) -> new NoWay(transport, address), room.watch(), none());
            return new TrunkCall(full, target, invitation, peers.subList(0, 1), Headers.NONE, Optional.empty());
        }
        return new TrunkCall(room, target, invitation, peers, Headers.NONE, Optional.empty());
    }

    private static TrunkUse none() {
        return new TrunkUse();
    }

    /** A flow by which nothing goes. */
    private record NoWay(Transport transport, InetSocketAddress remote) implements Flow {
        @Override
        public void send(byte[] message, Runnable failed) {
            failed.run();
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }

    /**
     * @param peers left to be tried, the one to call now first
     * @param same the dialog to go on with, when it is the same request again
     */
    private TrunkCall(
            Room room,
            Over target,
            Invitation invitation,
            List<Trunks.Peer> peers,
            Headers proof,
            Optional<Dialog> same) {
        this.room = room;
        this.target = target;
        this.invitation = invitation;
        this.peers = peers;
        this.proof = proof;
        this.dialog = same.orElseGet(this::dialogAtFirst);
    }

    private Dialog dialogAtFirst() {
        Trunks.Peer peer = peers.get(0);
        String host = OurNames.bracketed(peer.config().host());
        String uri = "sip:" + written(target.number()) + '@' + host + ':'
                + peer.config().port() + ";user=phone";
        return Dialog.ofCaller(
                room.names(),
                from(),
                "<sip:" + written(target.number()) + '@' + host + '>',
                uri,
                List.of(),
                room.flows().to(peer.config().transport(), peer.address()));
    }

    /** Those that answer before those that do not; by priority; among equals at random, by weight (RFC 2782). */
    static List<Trunks.Peer> order(List<Trunks.Peer> peers, Predicate<Trunks.Peer> isDown) {
        record Drawn(Trunks.Peer peer, boolean down, double lot) {}
        List<Drawn> drawn = new ArrayList<>();
        for (Trunks.Peer peer : peers) {
            double random = ThreadLocalRandom.current().nextDouble();
            drawn.add(new Drawn(
                    peer,
                    isDown.test(peer),
                    -Math.log(1 - random) / peer.config().weight()));
        }
        drawn.sort(Comparator.comparing(Drawn::down)
                .thenComparingInt(one -> one.peer().config().priority())
                .thenComparingDouble(Drawn::lot));
        return drawn.stream().map(Drawn::peer).toList();
    }

    private TrunkConfig config() {
        return target.trunk().config();
    }

    private String written(String number) {
        return Identities.escaped(NumberWriting.write(number, config().format()));
    }

    /** The caller as the carrier is told; a number of the trunk's own stands in for a missing one. */
    private String caller() {
        String number = invitation.from().number();
        String known = number.isEmpty() ? config().caller().fallback().orElse("") : number;
        return NumberWriting.write(known, config().format());
    }

    private String from() {
        String host = room.names().publicHost();
        Optional<String> account = config().caller().from() == TrunkConfig.FromUser.LOGIN
                ? config().login().map(TrunkConfig.Login::user)
                : Optional.empty();
        return account.map(user -> "<sip:" + Identities.escaped(user) + '@' + host + '>')
                .orElseGet(() -> Identities.from(invitation.from(), caller(), host));
    }

    @Override
    public Dialog dialog() {
        return dialog;
    }

    @Override
    public Duration patience() {
        return peers.size() > 1 ? SILENCE : ClientTransaction.USUAL_PATIENCE;
    }

    @Override
    public void closed() {
        room.use().leave(config());
    }

    @Override
    public Headers headers() {
        return Headers.of("Contact", dialog.contact())
                .with("Allow", SipLeg.ALLOW)
                .with("Supported", SipLeg.SUPPORTED + ", " + ReliableProgress.OPTION)
                .with(identity())
                .with(invitation
                        .diversion()
                        .map(diversion ->
                                Diversions.of(diversion, payer(), room.names().publicHost(), dialog.uri()))
                        .orElse(Headers.NONE))
                .with(proof);
    }

    /** Whose call it is to the carrier: who forwarded it, if that is somebody of the public network, otherwise the caller. */
    private String payer() {
        return invitation
                .diversion()
                .map(Diversion::by)
                .filter(by -> by.startsWith("+"))
                .map(by -> NumberWriting.write(by, config().format()))
                .orElseGet(this::caller);
    }

    private Headers identity() {
        CallerId from = invitation.from();
        String host = room.names().publicHost();
        return switch (config().caller().asserted()) {
            case P_ASSERTED_IDENTITY -> Identities.asserted(from, payer(), host);
            case REMOTE_PARTY_ID -> Identities.remoteParty(from, payer(), host);
            case NONE -> Headers.NONE;
        };
    }

    @Override
    public Body offer() {
        return Body.sdp(invitation.offer());
    }

    @Override
    public Optional<UacLeg.Call> afterFailure(int status, Optional<SIPResponse> response) {
        if (status == 401 || status == 407) {
            return proof == Headers.NONE ? response.flatMap(this::proofFor).map(this::again) : Optional.empty();
        }
        boolean silent = response.isEmpty() && (status == 408 || status == 503);
        if (silent && dialog.flow() instanceof NoWay) {
            return Optional.empty();
        }
        if (silent) {
            room.watch().failed(peers.get(0));
        }
        boolean machineFailed = silent || status >= 500 && status < 600;
        return machineFailed && peers.size() > 1
                ? Optional.of(new TrunkCall(
                        room, target, invitation, peers.subList(1, peers.size()), Headers.NONE, Optional.empty()))
                : Optional.empty();
    }

    /** Our password is for this carrier alone, and only where it is configured to ask for one. */
    private Optional<Headers> proofFor(SIPResponse challenge) {
        return config().login().flatMap(login -> TrunkLogin.answer(login, challenge, "INVITE", dialog.uri()));
    }

    private UacLeg.Call again(Headers answer) {
        return new TrunkCall(room, target, invitation, peers, answer, Optional.of(dialog));
    }
}
