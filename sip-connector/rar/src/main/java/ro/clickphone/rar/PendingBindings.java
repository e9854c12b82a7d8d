package ro.clickphone.rar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.SipIdentity;

/**
 * What is to be told about bindings, at most one change a binding: the last one says all. Refreshes stand apart, because
 * they may wait.
 */
final class PendingBindings {
    private final int most;
    private final Map<Key, BindingChange> changes = new LinkedHashMap<>();
    private final Map<Key, BindingChange.Refreshed> refreshes = new LinkedHashMap<>();

    private record Key(SipIdentity who, String key) {
        static Key of(BindingChange change) {
            return new Key(change.who(), change.key());
        }
    }

    /** @param most changes to keep while nobody takes them; the oldest is forgotten for the next, and expires by itself */
    PendingBindings(int most) {
        this.most = most;
    }

    void add(BindingChange change) {
        Key key = Key.of(change);
        if (change instanceof BindingChange.Refreshed refreshed) {
            refresh(key, refreshed);
        } else {
            refreshes.remove(key);
            changes.remove(key); // to stand last, as it happened last
            put(changes, key, change);
        }
    }

    /** Puts back what could not be told; what happened since then counts more. */
    void putBack(List<BindingChange> earlier) {
        List<BindingChange> later = new ArrayList<>(changes.values());
        later.addAll(refreshes.values());
        changes.clear();
        refreshes.clear();
        earlier.forEach(this::add);
        later.forEach(this::add);
    }

    boolean hasChanges() {
        return !changes.isEmpty();
    }

    boolean hasRefreshes() {
        return !refreshes.isEmpty();
    }

    List<BindingChange> takeChanges(int count) {
        return take(changes.values(), count);
    }

    List<BindingChange> takeRefreshes(int count) {
        return take(refreshes.values(), count);
    }

    private void refresh(Key key, BindingChange.Refreshed refreshed) {
        BindingChange pending = changes.get(key);
        if (pending instanceof BindingChange.Stored stored) {
            changes.put(key, new BindingChange.Stored(stored.binding().until(refreshed.expiresAt())));
        } else if (pending == null) {
            put(refreshes, key, refreshed);
        }
    }

    private <C> void put(Map<Key, C> map, Key key, C change) {
        if (map.size() >= most && !map.containsKey(key)) {
            Iterator<C> oldest = map.values().iterator();
            oldest.next();
            oldest.remove();
        }
        map.put(key, change);
    }

    private static <C extends BindingChange> List<BindingChange> take(Collection<C> from, int count) {
        List<BindingChange> taken = new ArrayList<>(Math.min(count, from.size()));
        Iterator<C> next = from.iterator();
        while (next.hasNext() && taken.size() < count) {
            taken.add(next.next());
            next.remove();
        }
        return taken;
    }
}
