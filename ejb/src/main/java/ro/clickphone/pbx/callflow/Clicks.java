package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.access.Acting;

/** Who began which call of this node by a click, for its record: the call itself comes back as one that was dialled. */
@ApplicationScoped
class Clicks {
    /** Calls that the engine never began, since it takes no more, would stay. */
    private static final int MOST_REMEMBERED = 10_000;

    private static final int LONGEST_NAME = 32;

    private final Map<CallId, Trail> begun = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Trail> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    /** Whoever acts now begins it. @return the beginning of its way. @param rings whose phone is rung first */
    Trail begins(CallId call, String rings) {
        String name = Acting.now().name().replaceAll("[^A-Za-z0-9:+*#.@_-]", "-");
        Trail start = Trail.EMPTY
                .plus("clicked:" + name.substring(0, Math.min(LONGEST_NAME, name.length())))
                .plus("summoned:" + rings);
        begun.put(call, start);
        return start;
    }

    /** The way of a call that was begun by a click begins with it. */
    Decision noted(CallId call, Decision first) {
        Trail start = begun.get(call);
        return start == null
                ? first
                : new Decision(first.step(), first.position().cameBy(start), first.deed());
    }

    /** The call is over. */
    void left(CallId call) {
        begun.remove(call);
    }
}
