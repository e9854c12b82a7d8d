package ro.clickphone.engine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallSnapshot;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.LegId;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.Party;

/** All legs that a call ever had, in order of their numbers. */
final class Legs {
    private static final int MOST_SENT_ON = 5;

    private final CallId call;
    private final List<Leg> all = new ArrayList<>();

    Legs(CallId call) {
        this.call = call;
    }

    /** @param other who is at the other end, as its phone is shown */
    Leg add(Party party, CallerId other, Instant at) {
        Leg leg = new Leg(new LegId(call, all.size()), party, other, at);
        all.add(leg);
        return leg;
    }

    /** The one that made the call. */
    Leg first() {
        return all.get(0);
    }

    List<Leg> all() {
        return List.copyOf(all);
    }

    /** Phones that send a caller to each other must not do so for ever. */
    boolean maySendOn() {
        return all.stream().filter(leg -> leg.status() == 302).count() < MOST_SENT_ON;
    }

    /** Whether nobody who could be heard was heard for so long. */
    boolean areSilentFor(Duration longest) {
        List<Leg> heard =
                all.stream().filter(leg -> leg.isAnswered() && !leg.hasEnded()).toList();
        return !heard.isEmpty()
                && heard.stream().allMatch(leg -> leg.silentFor().compareTo(longest) > 0);
    }

    List<LegRecord> records(Instant callEnded) {
        return all.stream().map(leg -> leg.record(callEnded)).toList();
    }

    List<CallSnapshot.Leg> snapshots() {
        return all.stream().map(Leg::snapshot).toList();
    }
}
