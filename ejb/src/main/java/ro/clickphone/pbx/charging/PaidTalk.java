package ro.clickphone.pbx.charging;

import java.time.Duration;
import java.util.List;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberPlan;

/** A leg to the public network that talked: own calls, forwards, transfers and ways out of the queue alike. */
record PaidTalk(String number, long seconds) {
    /** Whether the call went to the public network at all, answered or not. */
    static boolean isOutside(CallRecord record) {
        return record.legs().stream()
                .anyMatch(leg -> leg.id().number() > 0 && leg.party() instanceof Party.PublicNumber);
    }

    /** Emergency calls are nobody's. */
    static List<PaidTalk> of(CallRecord record) {
        return record.legs().stream()
                .filter(leg -> leg.id().number() > 0
                        && leg.party() instanceof Party.PublicNumber party
                        && !(NumberPlan.classify(party.number()) instanceof Dialled.Emergency)
                        && leg.progress() instanceof Progress.Talked)
                .map(leg -> new PaidTalk(((Party.PublicNumber) leg.party()).number(), seconds(leg)))
                .toList();
    }

    /** As the call's record counts: whole seconds, half a second is one; who was answered has talked. */
    private static long seconds(LegRecord leg) {
        Progress.Talked talked = (Progress.Talked) leg.progress();
        long millis = Duration.between(talked.talkingAt(), leg.endedAt()).toMillis();
        return Math.max(1, (millis + 500) / 1000);
    }
}
