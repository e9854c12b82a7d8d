package ro.clickphone.pbx.call;

import java.time.Duration;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberPlan;

/** What the customer is told of a call, read from the engine's record; pure. */
record CallStory(CallRecord record) {
    /** By who called and what was dialled, not by where a forward led in the end. */
    Direction direction() {
        if (record.arrival().source() instanceof Party.PublicNumber) {
            return Direction.RECEIVED;
        }
        return NumberPlan.classify(record.arrival().dialled(), any -> true) instanceof Dialled.Internal
                ? Direction.INTERNAL
                : Direction.PLACED;
    }

    /** Only a device takes a call: menu and queue answer, but nobody was spoken to (manual, item 187). */
    CallStatus status() {
        return record.progress() instanceof Progress.Talked ? CallStatus.TAKEN : CallStatus.LOST;
    }

    /** Whole seconds, half a second counting as one. */
    Duration talk() {
        if (record.progress() instanceof Progress.Talked talked) {
            long millis = Math.max(
                    0, Duration.between(talked.talkingAt(), record.endedAt()).toMillis());
            return Duration.ofSeconds((millis + 500) / 1000);
        }
        return Duration.ZERO;
    }

    String source() {
        return Texts.of(record.arrival().source());
    }

    String destination() {
        return direction() == Direction.INTERNAL
                ? record.arrival().dialled()
                : Texts.ofNumber(record.arrival().dialled());
    }

    /** The called device that talked last. */
    String takenBy() {
        return record.legs().stream()
                .filter(leg -> leg.id().number() > 0 && leg.progress() instanceof Progress.Talked)
                .reduce((earlier, later) -> later)
                .map(LegRecord::party)
                .map(Texts::of)
                .orElse("");
    }
}
