package ro.clickphone.pbx.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    /**
     * Only a device takes a call: menu and queue answer, but nobody was spoken to (manual, item 187). A service of the
     * exchange that an extension dials is there to answer (item 181).
     */
    CallStatus status() {
        return since().isPresent() ? CallStatus.TAKEN : CallStatus.LOST;
    }

    /** Whole seconds, half a second counting as one. */
    Duration talk() {
        return since().map(since ->
                        Math.max(0, Duration.between(since, record.endedAt()).toMillis()))
                .map(millis -> Duration.ofSeconds((millis + 500) / 1000))
                .orElse(Duration.ZERO);
    }

    private Optional<Instant> since() {
        if (record.progress() instanceof Progress.Talked talked) {
            return Optional.of(talked.talkingAt());
        }
        return record.progress() instanceof Progress.Answered answered && isForTheExchange()
                ? Optional.of(answered.answeredAt())
                : Optional.empty();
    }

    private boolean isForTheExchange() {
        Dialled dialled = NumberPlan.classify(record.arrival().dialled(), any -> true);
        return record.arrival().source() instanceof Party.Extension
                && (dialled instanceof Dialled.Service || dialled instanceof Dialled.FeatureCode);
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
