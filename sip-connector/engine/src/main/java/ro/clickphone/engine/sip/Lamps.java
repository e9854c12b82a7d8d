package ro.clickphone.engine.sip;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.call.LegSight;

/** What phones show of their own mailbox and of colleagues: messages waiting, legs in progress. Used in one mailbox. */
final class Lamps {
    private final Map<SipIdentity, Map<LegId, LegSight>> legs = new HashMap<>();
    private final Map<SipIdentity, Waiting> messages = new HashMap<>();

    /** Messages in a mailbox. */
    record Waiting(int fresh, int heard) {
        static final Waiting NONE = new Waiting(0, 0);
    }

    void saw(LegSight leg) {
        if (leg.kind() == LegEvent.Kind.ENDED) {
            legs.computeIfPresent(leg.who(), (who, known) -> {
                known.remove(leg.id());
                return known.isEmpty() ? null : known;
            });
        } else {
            legs.computeIfAbsent(leg.who(), who -> new LinkedHashMap<>()).put(leg.id(), leg);
        }
    }

    Collection<LegSight> legsOf(SipIdentity who) {
        return List.copyOf(legs.getOrDefault(who, Map.of()).values());
    }

    void messages(SipIdentity who, Waiting now) {
        if (now.equals(Waiting.NONE)) {
            messages.remove(who);
        } else {
            messages.put(who, now);
        }
    }

    Waiting messagesOf(SipIdentity who) {
        return messages.getOrDefault(who, Waiting.NONE);
    }
}
