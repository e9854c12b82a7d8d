package ro.clickphone.pbx.charging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberPlan;

/**
 * A leg to the public network that talked: own calls, forwards, transfers and ways out of the queue alike; and the first
 * leg of a call that the exchange began, since it dialled that one too.
 */
record PaidTalk(String number, long seconds) {
    /** Whether the call went to the public network at all, answered or not. */
    static boolean isOutside(CallRecord record) {
        return record.legs().stream().anyMatch(leg -> isDialled(record, leg));
    }

    /** Emergency calls are nobody's. */
    static List<PaidTalk> of(CallRecord record) {
        return record.legs().stream()
                .filter(leg -> isDialled(record, leg))
                .flatMap(leg -> since(leg).stream().map(since -> of(leg, since)))
                .filter(talk -> !(NumberPlan.classify(talk.number()) instanceof Dialled.Emergency))
                .toList();
    }

    /** A caller from outside pays the call to us, unless we called: then the source is the extension whose call it is. */
    private static boolean isDialled(CallRecord record, LegRecord leg) {
        return leg.party() instanceof Party.PublicNumber
                && (leg.id().number() > 0 || record.arrival().source() instanceof Party.Extension);
    }

    /** The first leg costs from its answer on, also while the second one rings. */
    private static Optional<Instant> since(LegRecord leg) {
        if (leg.progress() instanceof Progress.Talked talked) {
            return Optional.of(leg.id().number() > 0 ? talked.talkingAt() : talked.answeredAt());
        }
        return leg.id().number() == 0 && leg.progress() instanceof Progress.Answered answered
                ? Optional.of(answered.answeredAt())
                : Optional.empty();
    }

    /** As the call's record counts: whole seconds, half a second is one; who was answered has talked. */
    private static PaidTalk of(LegRecord leg, Instant since) {
        long millis = Duration.between(since, leg.endedAt()).toMillis();
        return new PaidTalk(((Party.PublicNumber) leg.party()).number(), Math.max(1, (millis + 500) / 1000));
    }
}
