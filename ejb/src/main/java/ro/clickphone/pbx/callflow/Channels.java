package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    private final Map<AccountId, Map<Way, Map<CallId, Integer>>> used = new ConcurrentHashMap<>();
    private final Map<CallId, AccountId> whose = new ConcurrentHashMap<>();

    /** Takes a channel, unless the call has one that way already. @return whether there was one */
    boolean take(AccountId account, Way way, CallId call, int most) {
        return take(account, way, call, 1, most) > 0;
    }

    /** Takes as many channels as are wanted and free. @return how many the call has that way now */
    int take(AccountId account, Way way, CallId call, int wanted, int most) {
        Map<Way, Map<CallId, Integer>> ways = used.computeIfAbsent(account, id -> new EnumMap<>(Way.class));
        synchronized (ways) {
            Map<CallId, Integer> calls = ways.computeIfAbsent(way, any -> new HashMap<>());
            int has = calls.getOrDefault(call, 0);
            int free = Math.max(0, most - sum(calls));
            int now = Math.max(has, Math.min(wanted, has + free));
            if (now > 0) {
                calls.put(call, now);
                whose.put(call, account);
            }
            return now;
        }
    }

    private static int sum(Map<CallId, Integer> calls) {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of several channels that way the call keeps so many. */
    void keep(CallId call, Way way, int few) {
        Map<Way, Map<CallId, Integer>> ways =
                Optional.ofNullable(whose.get(call)).map(used::get).orElse(Map.of());
        synchronized (ways) {
            ways.getOrDefault(way, Map.of()).computeIfPresent(call, (id, has) -> Math.min(has, few));
        }
    }

    /** The call does not go that way after all. */
    void giveBack(AccountId account, Way way, CallId call) {
        Map<Way, Map<CallId, Integer>> ways = used.getOrDefault(account, Map.of());
        synchronized (ways) {
            ways.getOrDefault(way, Map.of()).remove(call);
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
            Map<Way, Map<CallId, Integer>> ways = used.get(account);
            synchronized (ways) {
                ways.values().forEach(calls -> calls.remove(call));
            }
        }
        return Optional.ofNullable(account);
    }

    int taken(AccountId account, Way way) {
        Map<Way, Map<CallId, Integer>> ways = used.getOrDefault(account, Map.of());
        synchronized (ways) {
            return sum(ways.getOrDefault(way, Map.of()));
        }
    }
}
