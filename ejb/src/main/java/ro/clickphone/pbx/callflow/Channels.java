package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * How many calls of each account come in and go out at once, on this node. Who waits in the queue or listens to a menu
 * has a channel too, so the queue is bounded by the channels (manual, items 12 and 19).
 */
@ApplicationScoped
class Channels {
    /** Which way. */
    enum Way {
        IN,
        OUT
    }

    private final Map<AccountId, Map<Way, Set<CallId>>> used = new ConcurrentHashMap<>();
    private final Map<CallId, AccountId> whose = new ConcurrentHashMap<>();

    /** Takes a channel, unless the call has one that way already. @return whether there was one */
    boolean take(AccountId account, Way way, CallId call, int most) {
        Map<Way, Set<CallId>> ways = used.computeIfAbsent(account, id -> new EnumMap<>(Way.class));
        synchronized (ways) {
            Set<CallId> calls = ways.computeIfAbsent(way, any -> ConcurrentHashMap.newKeySet());
            if (calls.contains(call)) {
                return true;
            }
            if (calls.size() >= most) {
                return false;
            }
            calls.add(call);
            whose.put(call, account);
            return true;
        }
    }

    /** The call does not go that way after all. */
    void giveBack(AccountId account, Way way, CallId call) {
        Map<Way, Set<CallId>> ways = used.getOrDefault(account, Map.of());
        synchronized (ways) {
            ways.getOrDefault(way, Set.of()).remove(call);
        }
    }

    /** The same, whoever's call it is. */
    void giveBack(CallId call, Way way) {
        Optional.ofNullable(whose.get(call)).ifPresent(account -> giveBack(account, way, call));
    }

    /** The call is over. @return whose it was, when it had a channel */
    Optional<AccountId> free(CallId call) {
        AccountId account = whose.remove(call);
        if (account != null) {
            Map<Way, Set<CallId>> ways = used.get(account);
            synchronized (ways) {
                ways.values().forEach(calls -> calls.remove(call));
            }
        }
        return Optional.ofNullable(account);
    }

    int taken(AccountId account, Way way) {
        Map<Way, Set<CallId>> ways = used.getOrDefault(account, Map.of());
        synchronized (ways) {
            return ways.getOrDefault(way, Set.of()).size();
        }
    }
}
