package ro.clickphone.engine.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Logger;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.BindingChange.Why;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.call.Tells;

/** Who is registered where, in memory; what changes is told. */
final class Bindings {
    static final int MOST_PER_AOR = 10;
    private static final Logger LOG = Logger.getLogger(Bindings.class.getName());

    private static final Comparator<Device> PREFERRED =
            Comparator.comparingInt(device -> -device.binding().q());

    private static final Comparator<Device> HEARD_LAST = Comparator.comparing(
            device -> device.binding().expiresAt().minus(device.binding().lifetime()), Comparator.reverseOrder());

    private final Map<SipIdentity, List<Device>> devices = new ConcurrentHashMap<>();
    private final Tells tells;
    private final Clock clock;
    private volatile Consumer<SipIdentity> watcher = who -> {};

    /** A registered contact and the way to it. */
    record Device(Binding binding, Flow flow) {
        /** The same of all flows of one phone. */
        String phone() {
            String key = binding.key();
            int flow = key.startsWith("<urn:") ? key.lastIndexOf('#') : -1;
            return flow < 0 ? key : key.substring(0, flow);
        }

        boolean isReachable(Instant now) {
            return binding.expiresAt().isAfter(now) && flow.isOpen();
        }
    }

    Bindings(Tells tells, Clock clock) {
        this.tells = tells;
        this.clock = clock;
    }

    /** At the start: what was registered before we were stopped. A connection did not survive that, and is told as gone. */
    void restore(List<Binding> stored, Function<InetSocketAddress, Flow> udp) {
        int restored = 0;
        for (Binding binding : stored) {
            Optional<InetSocketAddress> received = addressOf(binding.received());
            if (binding.transport() == Transport.UDP && received.isPresent()) {
                add(new Device(binding, udp.apply(received.get())));
                restored++;
            } else {
                tell(new BindingChange.Removed(binding.who(), binding.key(), Why.DROPPED));
            }
        }
        LOG.info(restored + " of " + stored.size() + " stored registrations stand again");
    }

    private void add(Device device) {
        devices.merge(device.binding().who(), List.of(device), (before, more) -> {
            List<Device> all = new ArrayList<>(before);
            all.addAll(more);
            return List.copyOf(all);
        });
    }

    /** Whoever else wants to know whose phones came or went. */
    void watchedBy(Consumer<SipIdentity> other) {
        watcher = other;
    }

    /** In the order of the changes; watchers look here at once, so they are told when the change is to be seen. */
    private boolean tell(BindingChange change) {
        tells.binding(change);
        return !(change instanceof BindingChange.Refreshed);
    }

    /** The preferred first. */
    List<Device> of(SipIdentity who) {
        Instant now = clock.instant();
        List<Device> standing = new ArrayList<>();
        for (Device device : devices.getOrDefault(who, List.of())) {
            if (device.binding().expiresAt().isAfter(now)) {
                standing.add(device);
            }
        }
        standing.sort(PREFERRED);
        return standing;
    }

    /**
     * What can be reached now: of each phone its open flows (RFC 5626), the one that was heard last first. A phone that
     * names none has one.
     */
    List<List<Device>> phones(SipIdentity who) {
        Map<String, List<Device>> phones = new LinkedHashMap<>();
        for (Device device : of(who)) {
            if (device.flow().isOpen()) {
                phones.computeIfAbsent(device.phone(), key -> new ArrayList<>(1))
                        .add(device);
            }
        }
        for (List<Device> flows : phones.values()) {
            flows.sort(HEARD_LAST);
        }
        return List.copyOf(phones.values());
    }

    int size() {
        return devices.size();
    }

    /** New or refreshed. The one that ends first makes room when there are too many. */
    void put(Device device) {
        Binding binding = device.binding();
        boolean[] changed = new boolean[1];
        devices.compute(binding.who(), (who, before) -> {
            List<Device> all = new ArrayList<>(before == null ? List.of() : before);
            Optional<Device> old = withKey(all, binding.key());
            old.ifPresent(all::remove);
            if (old.isEmpty() && all.size() >= MOST_PER_AOR) {
                Device leaving = all.stream()
                        .min(Comparator.comparing(other -> other.binding().expiresAt()))
                        .orElseThrow();
                all.remove(leaving);
                tell(new BindingChange.Removed(who, leaving.binding().key(), Why.REPLACED));
            }
            all.add(device);
            changed[0] = tell(
                    old.isPresent() && isRefresh(old.get().binding(), binding)
                            ? new BindingChange.Refreshed(who, binding.key(), binding.expiresAt())
                            : new BindingChange.Stored(binding));
            return List.copyOf(all);
        });
        if (changed[0]) {
            watcher.accept(binding.who());
        }
    }

    private static boolean isRefresh(Binding before, Binding now) {
        return before.contact().equals(now.contact())
                && before.received().equals(now.received())
                && before.transport() == now.transport()
                && before.q() == now.q()
                && before.path().equals(now.path())
                && before.userAgent().equals(now.userAgent())
                && before.lifetime().equals(now.lifetime());
    }

    Optional<Binding> find(SipIdentity who, String key) {
        return withKey(devices.getOrDefault(who, List.of()), key).map(Device::binding);
    }

    private static Optional<Device> withKey(List<Device> all, String key) {
        return all.stream().filter(device -> device.binding().key().equals(key)).findFirst();
    }

    void remove(SipIdentity who, String key, Why why) {
        boolean[] changed = new boolean[1];
        devices.computeIfPresent(who, (aor, before) -> {
            List<Device> left = before.stream()
                    .filter(device -> !device.binding().key().equals(key))
                    .toList();
            if (left.size() < before.size()) {
                changed[0] = tell(new BindingChange.Removed(who, key, why));
            }
            return left.isEmpty() ? null : left;
        });
        if (changed[0]) {
            watcher.accept(who);
        }
    }

    void removeAll(SipIdentity who, Why why) {
        devices.getOrDefault(who, List.of())
                .forEach(device -> remove(who, device.binding().key(), why));
    }

    /** Those whose time is over. */
    void sweep() {
        Instant now = clock.instant();
        devices.forEach((who, all) -> all.stream()
                .filter(device -> !device.binding().expiresAt().isAfter(now))
                .forEach(device -> remove(who, device.binding().key(), Why.EXPIRED)));
    }

    /** {@code address:port} as we wrote it; never looked up by name. */
    static Optional<InetSocketAddress> addressOf(String received) {
        int colon = received.lastIndexOf(':');
        String host =
                colon < 0 ? "" : received.substring(0, colon).replace("[", "").replace("]", "");
        if (!isLiteral(host)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InetSocketAddress(
                    InetAddress.getByName(host), Integer.parseInt(received.substring(colon + 1))));
        } catch (UnknownHostException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isLiteral(String host) {
        return host.matches("[0-9.]{7,15}") || host.indexOf(':') >= 0 && host.matches("[0-9a-fA-F:.%a-z]+");
    }
}
