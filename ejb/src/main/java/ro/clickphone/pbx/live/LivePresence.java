package ro.clickphone.pbx.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.extension.SipUser;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * Registered devices and legs in progress of the tenants of this node, as the engine told them. Bounded by what the
 * engine itself bounds: bindings and calls. All methods may be called from any thread.
 */
@ApplicationScoped
public class LivePresence {
    private static final int PAGES_WAIT_MILLIS = 200;

    private final Map<SipIdentity, Map<String, Binding>> bindings = new ConcurrentHashMap<>();
    private final Map<SipIdentity, Map<LegId, LegEvent.Kind>> legs = new ConcurrentHashMap<>();
    private final Map<CallId, Set<SipIdentity>> extensionsIn = new ConcurrentHashMap<>();
    private final Announcements announcements = new Announcements(this::often, this::tellPages);

    @Inject
    private Event<PresenceChanged> changed;

    @Resource
    private ManagedScheduledExecutorService later;

    public Presence of(SipIdentity extension) {
        List<Presence.Device> devices = devicesOf(extension);
        return new Presence(stateOf(extension, devices), devices);
    }

    /** How many extensions of the account are registered. */
    public long online(AccountId account) {
        return bindings.keySet().stream()
                .flatMap(who -> SipUser.parse(who.user()).stream())
                .filter(user -> user.account().equals(account))
                .count();
    }

    /** Whether a call for a queue may ring there: registered, and in no call. */
    public boolean free(SipIdentity extension) {
        return bindings.containsKey(extension) && !legs.containsKey(extension);
    }

    /** The stored bindings, at the engine's start. @return the same, until when they really stand */
    public List<Binding> restored(List<Binding> stored) {
        List<Binding> standing = stored.stream().map(this::asKnown).toList();
        standing.forEach(this::store);
        return standing;
    }

    /** The stored binding with the expiry that refreshes have given it since. */
    public Binding asKnown(Binding stored) {
        Binding known = bindings.getOrDefault(stored.who(), Map.of()).get(stored.key());
        return known != null && known.expiresAt().isAfter(stored.expiresAt())
                ? stored.until(known.expiresAt())
                : stored;
    }

    /** @return whose devices came or went */
    public Set<SipIdentity> told(List<BindingChange> changes) {
        changes.forEach(this::take);
        Set<SipIdentity> touched = changes.stream()
                .filter(change -> !(change instanceof BindingChange.Refreshed))
                .map(BindingChange::who)
                .collect(Collectors.toUnmodifiableSet());
        touched.forEach(this::announce);
        return touched;
    }

    public void told(LegEvent event) {
        extensionOf(event.party()).ifPresent(who -> {
            if (event.kind() == LegEvent.Kind.ENDED) {
                forget(who, event.leg());
            } else {
                extensionsIn
                        .computeIfAbsent(event.leg().call(), call -> ConcurrentHashMap.newKeySet())
                        .add(who);
                legs.compute(who, (same, known) -> with(known, event.leg(), event.kind()));
            }
            announce(who);
        });
    }

    /** A leg's end is told by best effort only; the end of its call is told for certain. @return who became free by it */
    public Set<SipIdentity> ended(CallId call) {
        Set<SipIdentity> touched = extensionsIn.remove(call);
        if (touched == null) {
            return Set.of();
        }
        touched.forEach(who -> {
            legs.computeIfPresent(
                    who, (same, known) -> without(known, leg -> leg.call().equals(call)));
            announce(who);
        });
        return touched;
    }

    /** A call that rings at that extension, or at any of the account's when none is named. */
    public Optional<CallId> ringing(AccountId account, Optional<ExtensionNumber> at) {
        return legs.entrySet().stream()
                .filter(entry -> SipUser.parse(entry.getKey().user())
                        .filter(user -> user.account().equals(account))
                        .filter(user -> at.isEmpty() || at.get().equals(user.extension()))
                        .isPresent())
                .flatMap(entry -> entry.getValue().entrySet().stream())
                .filter(leg -> leg.getKey().number() > 0 && leg.getValue() == LegEvent.Kind.RINGING)
                .map(leg -> leg.getKey().call())
                .findFirst();
    }

    private Presence.State stateOf(SipIdentity who, List<Presence.Device> devices) {
        Map<LegId, LegEvent.Kind> inProgress = legs.getOrDefault(who, Map.of());
        if (inProgress.containsValue(LegEvent.Kind.TALKING) || inProgress.containsValue(LegEvent.Kind.ANSWERED)) {
            return Presence.State.TALKING;
        }
        if (!inProgress.isEmpty()) {
            return Presence.State.RINGING;
        }
        return devices.isEmpty() ? Presence.State.OFFLINE : Presence.State.ONLINE;
    }

    private List<Presence.Device> devicesOf(SipIdentity who) {
        return bindings.getOrDefault(who, Map.of()).values().stream()
                .sorted(Comparator.comparing(Binding::registeredAt).reversed())
                .map(binding -> new Presence.Device(
                        binding.userAgent(), binding.received(), binding.registeredAt(), binding.expiresAt()))
                .toList();
    }

    private void take(BindingChange change) {
        if (change instanceof BindingChange.Stored stored) {
            store(stored.binding());
        } else if (change instanceof BindingChange.Refreshed refreshed) {
            bindings.computeIfPresent(refreshed.who(), (who, known) -> refreshed(known, refreshed));
        } else if (change instanceof BindingChange.Removed removed) {
            bindings.computeIfPresent(removed.who(), (who, known) -> without(known, removed.key()::equals));
        }
    }

    private void store(Binding binding) {
        bindings.compute(binding.who(), (who, known) -> with(known, binding.key(), binding));
    }

    private void forget(SipIdentity who, LegId leg) {
        Map<LegId, LegEvent.Kind> left = legs.computeIfPresent(who, (same, known) -> without(known, leg::equals));
        if (left == null
                || left.keySet().stream().noneMatch(other -> other.call().equals(leg.call()))) {
            extensionsIn.computeIfPresent(leg.call(), (call, inIt) -> isLast(inIt, who) ? null : inIt);
        }
    }

    private static boolean isLast(Set<SipIdentity> inIt, SipIdentity who) {
        inIt.remove(who);
        return inIt.isEmpty();
    }

    /** Callers of the account came, went, wait, or are rung for. */
    public void callersChanged(AccountId account) {
        announcements.changed(account);
    }

    private void announce(SipIdentity who) {
        SipUser.parse(who.user()).ifPresent(user -> announcements.changed(user.account()));
    }

    /** The container ends it with the application. */
    private void often(Runnable task) {
        var unused = later.scheduleWithFixedDelay(task, PAGES_WAIT_MILLIS, PAGES_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tellPages(AccountId account) {
        changed.fire(new PresenceChanged(account));
    }

    private static Map<String, Binding> refreshed(Map<String, Binding> known, BindingChange.Refreshed refresh) {
        Binding old = known.get(refresh.key());
        return old == null ? known : with(known, refresh.key(), old.until(refresh.expiresAt()));
    }

    /** Maps are replaced, never changed, so a reader sees one moment. */
    private static <K, V> Map<K, V> with(Map<K, V> known, K key, V value) {
        Map<K, V> copy = known == null ? new HashMap<>() : new HashMap<>(known);
        copy.put(key, value);
        return Map.copyOf(copy);
    }

    /** @return null when nothing is left, which takes the entry out of the outer map */
    private static <K, V> Map<K, V> without(Map<K, V> known, Predicate<K> gone) {
        Map<K, V> copy = new HashMap<>(known);
        copy.keySet().removeIf(gone);
        return copy.isEmpty() ? null : Map.copyOf(copy);
    }

    private static Optional<SipIdentity> extensionOf(Party party) {
        return party instanceof Party.Extension extension ? Optional.of(extension.who()) : Optional.empty();
    }
}
