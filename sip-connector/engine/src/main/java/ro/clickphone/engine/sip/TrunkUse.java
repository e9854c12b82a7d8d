package ro.clickphone.engine.sip;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;

/** How many calls there are on each trunk, in both directions: never more than its channels. */
final class TrunkUse {
    private final Map<TrunkId, Integer> calls = new ConcurrentHashMap<>();

    /** @return false when all channels are in use; then nothing is counted */
    boolean enter(TrunkConfig trunk) {
        boolean[] entered = new boolean[1];
        calls.compute(trunk.id(), (id, now) -> {
            int count = now == null ? 0 : now;
            entered[0] = trunk.channels() == 0 || count < trunk.channels();
            return entered[0] ? Integer.valueOf(count + 1) : now;
        });
        return entered[0];
    }

    /** Counts one more than there may be: an emergency call is never refused by us. */
    void enterAnyway(TrunkConfig trunk) {
        calls.merge(trunk.id(), 1, Integer::sum);
    }

    void leave(TrunkConfig trunk) {
        calls.computeIfPresent(trunk.id(), (id, now) -> now == 1 ? null : now - 1);
    }

    int of(TrunkId trunk) {
        return calls.getOrDefault(trunk, 0);
    }
}
