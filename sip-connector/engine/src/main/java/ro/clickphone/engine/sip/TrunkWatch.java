package ro.clickphone.engine.sip;

import gov.nist.javax.sip.message.SIPResponse;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkProbe;
import ro.clickphone.engine.api.TrunkState.PeerState;
import ro.clickphone.engine.api.TrunkState.Reach;
import ro.clickphone.engine.call.Text;

/**
 * Which of the carriers' machines answer. Each is asked by OPTIONS; one that did answer once and does not any more is
 * passed over, and so is one that just failed a call. A machine that never answered OPTIONS may be of the kind that does
 * not, so calls go on trying it.
 */
final class TrunkWatch {
    private static final Logger LOG = Logger.getLogger(TrunkWatch.class.getName());

    private final OurNames names;
    private final Transactions transactions;
    private final Flows flows;
    private final Clock clock;
    private final Pace pace;
    private final Map<Machine, Standing> machines = new ConcurrentHashMap<>();

    /**
     * How often and how long.
     *
     * @param every between two questions
     * @param answersWithin no answer in that time is none
     * @param passedOver how long a machine rests that failed a call and answers no OPTIONS
     */
    record Pace(Duration every, Duration answersWithin, Duration passedOver) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(4), Duration.ofSeconds(60));
    }

    private record Machine(Transport transport, InetSocketAddress address) {
        static Machine of(Trunks.Peer peer) {
            return new Machine(peer.config().transport(), peer.address());
        }
    }

    private record Standing(Reach reach, Instant since, boolean answersOptions, long roundTripMillis) {
        Standing become(Reach next, Instant now) {
            return reach == next ? this : new Standing(next, now, answersOptions, roundTripMillis);
        }
    }

    TrunkWatch(OurNames names, Transactions transactions, Flows flows, Clock clock, Pace pace) {
        this.names = names;
        this.transactions = transactions;
        this.flows = flows;
        this.clock = clock;
        this.pace = pace;
    }

    /** Asks each machine that may be asked, once; what is not in the list any more is forgotten. */
    void look(List<Trunks.Trunk> trunks) {
        Map<Machine, Trunks.Peer> asked = new HashMap<>();
        Set<Machine> wanted = new HashSet<>();
        for (Trunks.Trunk trunk : trunks) {
            for (Trunks.Peer peer : trunk.peers()) {
                wanted.add(Machine.of(peer));
                if (trunk.config().watch() == TrunkConfig.Watch.BY_OPTIONS) {
                    asked.put(Machine.of(peer), peer);
                }
            }
        }
        machines.keySet().retainAll(wanted);
        wanted.forEach(machine -> {
            machines.computeIfAbsent(machine, any -> new Standing(Reach.UNKNOWN, clock.instant(), false, 0));
            change(machine, this::rested);
        });
        asked.forEach((machine, peer) -> ask(machine, peer, (answer, millis) -> heard(machine, answer, millis)));
    }

    /** Asks one machine now, whether it is watched or not; what it says counts as if the watch had asked. */
    CompletableFuture<TrunkProbe> probe(Trunks.Peer peer) {
        Machine machine = Machine.of(peer);
        String address = OurNames.hostPort(peer.address());
        CompletableFuture<TrunkProbe> probe = new CompletableFuture<>();
        ask(machine, peer, (answer, millis) -> {
            heard(machine, answer, millis);
            if (!answer.isProvisional()) {
                probe.complete(new TrunkProbe(
                        address,
                        machine.transport(),
                        answer.response()
                                .map(response -> new TrunkProbe.Answered(
                                        answer.status(), Text.line(phraseOf(response)), millis))));
            }
        });
        return probe;
    }

    private static String phraseOf(SIPResponse response) {
        String phrase = response.getReasonPhrase();
        return phrase == null ? "" : phrase;
    }

    /** Who is told what came, and after how many milliseconds. */
    private interface Told {
        void of(Answer answer, long millis);
    }

    private void ask(Machine machine, Trunks.Peer peer, Told told) {
        String host = OurNames.bracketed(peer.config().host());
        String ours = "<sip:" + names.host(machine.address()) + '>';
        String branch = Tokens.branch();
        Flow flow = flows.to(machine.transport(), machine.address());
        OutgoingRequest options = new OutgoingRequest(
                "OPTIONS",
                "sip:" + host + ':' + peer.config().port(),
                names.via(flow, branch),
                branch,
                "",
                ours + ";tag=" + Tokens.tag(),
                "<sip:" + host + '>',
                Tokens.callId(),
                1,
                Headers.of("Contact", names.contact(flow)).with("Accept", "application/sdp"),
                Body.NONE);
        long asked = clock.millis();
        transactions.send(
                options, flow, pace.answersWithin(), answer -> told.of(answer, Math.max(1, clock.millis() - asked)));
    }

    private void heard(Machine machine, Answer answer, long millis) {
        if (answer.isProvisional()) {
            return;
        }
        boolean serves = answer.response().isPresent() && answer.status() != 503;
        change(machine, now -> {
            if (serves) {
                return new Standing(Reach.UP, now.reach() == Reach.UP ? now.since() : clock.instant(), true, millis);
            }
            return now.answersOptions() ? now.become(Reach.DOWN, clock.instant()) : now;
        });
    }

    /** One that answers no OPTIONS gets another chance after a while. */
    private Standing rested(Standing now) {
        boolean over = now.reach() == Reach.DOWN
                && !now.answersOptions()
                && !clock.instant().isBefore(now.since().plus(pace.passedOver()));
        return over ? now.become(Reach.UNKNOWN, clock.instant()) : now;
    }

    private void change(Machine machine, java.util.function.UnaryOperator<Standing> step) {
        machines.computeIfPresent(machine, (which, before) -> {
            Standing after = step.apply(before);
            if (after.reach() != before.reach()) {
                Level level = after.reach() == Reach.DOWN ? Level.WARNING : Level.INFO;
                LOG.log(level, "The carrier''s machine {0} ({1}) is {2}", new Object[] {
                    OurNames.hostPort(which.address()), which.transport(), after.reach()
                });
            }
            return after;
        });
    }

    /** A call there came to nothing, and not for the called one's reasons. */
    void failed(Trunks.Peer peer) {
        change(Machine.of(peer), now -> now.become(Reach.DOWN, clock.instant()));
    }

    boolean isDown(Trunks.Peer peer) {
        Standing standing = machines.get(Machine.of(peer));
        return standing != null && standing.reach() == Reach.DOWN;
    }

    List<PeerState> statesOf(Trunks.Trunk trunk) {
        return trunk.peers().stream()
                .map(peer -> {
                    Standing now = machines.getOrDefault(
                            Machine.of(peer), new Standing(Reach.UNKNOWN, clock.instant(), false, 0));
                    return new PeerState(
                            OurNames.hostPort(peer.address()),
                            peer.config().transport(),
                            now.reach(),
                            now.since(),
                            now.roundTripMillis());
                })
                .toList();
    }
}
