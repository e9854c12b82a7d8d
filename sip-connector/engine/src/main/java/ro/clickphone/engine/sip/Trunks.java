package ro.clickphone.engine.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;

/**
 * The carriers' links as they are now; names are looked up when the list is loaded and each minute after it, never during
 * a call.
 */
final class Trunks {
    private static final Logger LOG = Logger.getLogger(Trunks.class.getName());

    private final CarrierNames names;
    private volatile Map<TrunkId, Trunk> byId = Map.of();
    private volatile List<Trunk> all = List.of();

    /** A link with its addresses. */
    record Trunk(TrunkConfig config, List<Peer> peers, List<Network> sources) {
        boolean callsFrom(InetAddress address) {
            return sources.stream().anyMatch(network -> network.contains(address));
        }
    }

    /** One machine of a carrier. */
    record Peer(TrunkConfig.Peer config, InetSocketAddress address) {}

    Trunks() {
        this(new CarrierNames());
    }

    Trunks(CarrierNames names) {
        this.names = names;
    }

    synchronized void load(List<TrunkConfig> configs) {
        become(configs);
        LOG.log(Level.INFO, "{0} trunks", configs.size());
    }

    /** Names may lead elsewhere by now. @return whether one does */
    synchronized boolean lookNamesUpAgain() {
        Map<TrunkId, Trunk> before = byId;
        become(all.stream().map(Trunk::config).toList());
        return !before.equals(byId);
    }

    private void become(List<TrunkConfig> configs) {
        Map<TrunkId, Trunk> found = new HashMap<>();
        for (TrunkConfig config : configs) {
            List<Peer> peers = peersOf(config);
            found.put(config.id(), new Trunk(config, peers, sourcesOf(config, peers)));
        }
        byId = Map.copyOf(found);
        all = List.copyOf(found.values());
    }

    /** While the name servers are away, what they said last holds. */
    private List<Peer> peersOf(TrunkConfig config) {
        List<Peer> peers = new ArrayList<>();
        for (TrunkConfig.Peer peer : config.peers()) {
            try {
                peers.addAll(names.machines(peer));
            } catch (UnknownHostException e) {
                Optional<Trunk> before =
                        byId(config.id()).filter(known -> known.config().peers().equals(config.peers()));
                LOG.log(
                        before.isPresent() ? Level.FINE : Level.WARNING,
                        "Trunk {0}: the name {1} has no address",
                        new Object[] {config.id(), peer.host()});
                if (before.isPresent()) {
                    return before.get().peers();
                }
            }
        }
        return List.copyOf(peers);
    }

    /** Where we register, calls for us come from. */
    private static List<Network> sourcesOf(TrunkConfig config, List<Peer> peers) {
        List<Network> networks = new ArrayList<>();
        if (config.registers()) {
            peers.forEach(peer -> networks.add(Network.of(peer.address().getAddress())));
        }
        for (String source : config.sources()) {
            Optional<Network> network = Network.parse(source);
            network.ifPresentOrElse(
                    networks::add,
                    () -> LOG.log(Level.WARNING, "Trunk {0}: not an address or network: {1}", new Object[] {
                        config.id(), source
                    }));
        }
        return List.copyOf(networks);
    }

    Optional<Trunk> byId(TrunkId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The trunks that a call which should go out by this one may go by, in their order: itself, its reserve, that one's.
     * Those that have no machine are left out; empty when none is left.
     */
    List<Trunk> waysOf(TrunkId first) {
        Map<TrunkId, Trunk> known = byId;
        Map<TrunkId, Trunk> ways = new LinkedHashMap<>();
        Optional<Trunk> next = Optional.ofNullable(known.get(first));
        while (next.isPresent() && ways.putIfAbsent(next.get().config().id(), next.get()) == null) {
            next = next.get().config().reserve().map(known::get);
        }
        return ways.values().stream().filter(trunk -> !trunk.peers().isEmpty()).toList();
    }

    Optional<Trunk> calling(InetAddress source) {
        return all.stream().filter(trunk -> trunk.callsFrom(source)).findFirst();
    }

    List<Trunk> all() {
        return all;
    }
}
