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
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.call.Outside.Invitation;
import ro.clickphone.engine.call.Outside.Target;
import ro.clickphone.engine.media.MediaTerms;
import ro.clickphone.engine.media.MediaTerms.Protection;
import ro.clickphone.engine.sdp.CodecLimit;

/**
 * An INVITE to a carrier's machine; the next machine when this one does not answer or fails, and after the last one the
 * trunk in reserve.
 */
final class TrunkCall implements UacLeg.Call {
    /** How long a machine may be silent while there is another: those that live say 100 at once. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    /** 112, and the numbers of social value (European decision 2007/116/EC). */
    private static final Pattern EMERGENCY = Pattern.compile("112|116[0-9]{3}");

    private static final Logger LOG = Logger.getLogger(TrunkCall.class.getName());

    private final Room room;
    private final Way way;
    private final Invitation invitation;
    private final Headers proof;
    private final Dialog dialog;

    /** What all calls to carriers work with. */
    record Room(OurNames names, Flows flows, TrunkWatch watch, TrunkUse use) {}

    /**
     * A number behind a trunk.
     *
     * @param trunks the one to go by, and those in reserve
     */
    record Over(List<Trunks.Trunk> trunks, String number) implements Target {
        /** Those of which a machine lives before those that are dead as a whole. */
        static Over of(List<Trunks.Trunk> trunks, Predicate<Trunks.Peer> isDown, String number) {
            return new Over(
                    trunks.stream()
                            .sorted(Comparator.comparing(
                                    trunk -> trunk.peers().stream().allMatch(isDown)))
                            .toList(),
                    number);
        }

        @Override
        public MediaTerms terms() {
            MediaTerms terms =
                    new MediaTerms(Protection.OFF, trunks.get(0).config().codecs());
            return trunks.get(0).peers().stream()
                    .findFirst()
                    .map(peer -> terms.towards(peer.address().getAddress()))
                    .orElse(terms);
        }
    }

    /**
     * Where a call goes now, and where it may go yet.
     *
     * @param peers of the trunk that are left, the one to call now first
     * @param reserves trunks that are left
     */
    private record Way(Trunks.Trunk trunk, List<Trunks.Peer> peers, List<Trunks.Trunk> reserves, String number) {
        Trunks.Peer peer() {
            return peers.get(0);
        }

        boolean isLast() {
            return peers.size() == 1 && reserves.isEmpty();
        }

        Way nextPeer() {
            return new Way(trunk, peers.subList(1, peers.size()), reserves, number);
        }
    }

    /** Takes one of a trunk's channels until it is closed; where none is free at all it fails as a dead machine does. */
    static TrunkCall first(Room room, Over target, Invitation invitation) {
        return by(room, target, invitation).orElseGet(() -> {
            Room full = new Room(room.names(), NoWay::new, room.watch(), new TrunkUse());
            Trunks.Trunk trunk = target.trunks().get(0);
            Way nowhere = new Way(trunk, trunk.peers().subList(0, 1), List.of(), target.number());
            return new TrunkCall(full, nowhere, invitation, Headers.NONE, Optional.empty());
        });
    }

    /** By the first of those trunks that has a channel free. */
    private static Optional<TrunkCall> by(Room room, Over target, Invitation invitation) {
        List<Trunks.Trunk> trunks = target.trunks();
        for (int i = 0; i < trunks.size(); i++) {
            Trunks.Trunk trunk = trunks.get(i);
            if (enters(room.use(), trunk.config(), target.number())) {
                Way way = new Way(
                        trunk,
                        order(trunk.peers(), room.watch()::isDown),
                        trunks.subList(i + 1, trunks.size()),
                        target.number());
                return Optional.of(new TrunkCall(room, way, invitation, Headers.NONE, Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private static boolean enters(TrunkUse use, TrunkConfig trunk, String number) {
        if (EMERGENCY.matcher(number).matches()) {
            use.enterAnyway(trunk);
            return true;
        }
        return use.enter(trunk);
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

    /** @param same the dialog to go on with, when it is the same request again */
    private TrunkCall(Room room, Way way, Invitation invitation, Headers proof, Optional<Dialog> same) {
        this.room = room;
        this.way = way;
        this.invitation = invitation;
        this.proof = proof;
        this.dialog = same.orElseGet(this::dialogAtFirst);
    }

    private Dialog dialogAtFirst() {
        Trunks.Peer peer = way.peer();
        String host = OurNames.bracketed(peer.config().host());
        String uri = "sip:" + written(way.number()) + '@' + host + ':'
                + peer.config().port() + ";user=phone";
        Dialog made = Dialog.ofCaller(
                room.names(),
                from(),
                "<sip:" + written(way.number()) + '@' + host + '>',
                uri,
                List.of(),
                room.flows().to(peer.config().transport(), peer.address()));
        made.mayBeMoved(room.flows());
        return made;
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
        return way.trunk().config();
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

    /** Our address, as that machine can reach it. */
    private String here() {
        return room.names().host(way.peer().address());
    }

    private String from() {
        String host = here();
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
        return way.isLast() ? ClientTransaction.USUAL_PATIENCE : SILENCE;
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
                        .map(diversion -> Diversions.of(diversion, payer(), here(), dialog.uri()))
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
        String host = here();
        return switch (config().caller().asserted()) {
            case P_ASSERTED_IDENTITY -> Identities.asserted(from, payer(), host);
            case REMOTE_PARTY_ID -> Identities.remoteParty(from, payer(), host);
            case NONE -> Headers.NONE;
        };
    }

    @Override
    public Body offer() {
        return Body.sdp(CodecLimit.of(invitation.offer(), config().codecs()));
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
            room.watch().failed(way.peer());
        }
        boolean machineFailed = silent || status >= 500 && status < 600;
        return machineFailed ? nextWay(status) : Optional.empty();
    }

    /** The next machine; after the last one, the next trunk: this one's channel is free then. */
    private Optional<UacLeg.Call> nextWay(int status) {
        if (way.peers().size() > 1) {
            return Optional.of(new TrunkCall(room, way.nextPeer(), invitation, Headers.NONE, Optional.empty()));
        }
        Optional<TrunkCall> next = by(room, new Over(way.reserves(), way.number()), invitation);
        next.ifPresent(call -> {
            LOG.log(Level.WARNING, "Trunk {0} did not take a call ({1}); it goes on by trunk {2}", new Object[] {
                config().id().value(), status, call.config().id().value()
            });
            closed();
        });
        return next.map(UacLeg.Call.class::cast);
    }

    /** Our password is for this carrier alone, and only where it is configured to ask for one. */
    private Optional<Headers> proofFor(SIPResponse challenge) {
        return config().login().flatMap(login -> TrunkLogin.answer(login, challenge, "INVITE", dialog.uri()));
    }

    private UacLeg.Call again(Headers answer) {
        return new TrunkCall(room, way, invitation, answer, Optional.of(dialog));
    }
}
