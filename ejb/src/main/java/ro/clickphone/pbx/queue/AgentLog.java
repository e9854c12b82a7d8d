package ro.clickphone.pbx.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** What the agents of one queue did since the exchange started; the strategies go by it. */
final class AgentLog {
    /** How much the last call counts in the usual length of a call. */
    private static final double WEIGHT_OF_LAST = 0.2;

    private final Map<ExtensionNumber, Integer> taken = new HashMap<>();
    private final Map<ExtensionNumber, Instant> lastCallEnded = new HashMap<>();
    private final Map<ExtensionNumber, Long> lastTurn = new HashMap<>();
    private Optional<ExtensionNumber> lastRung = Optional.empty();
    private Optional<Duration> usualCall = Optional.empty();
    private long turns;

    void rung(ExtensionNumber agent) {
        lastTurn.put(agent, ++turns);
        lastRung = Optional.of(agent);
    }

    /** The agent has talked with a caller of the queue. */
    void ended(ExtensionNumber agent, Duration talk, Instant now) {
        taken.merge(agent, 1, Integer::sum);
        lastCallEnded.put(agent, now);
        usualCall = Optional.of(usualCall.map(usual -> blended(usual, talk)).orElse(talk));
    }

    int taken(ExtensionNumber agent) {
        return taken.getOrDefault(agent, 0);
    }

    Optional<ExtensionNumber> lastRung() {
        return lastRung;
    }

    /** Empty while nobody was served. */
    Optional<Duration> usualCall() {
        return usualCall;
    }

    /** Who has not talked for the longest time first; who never did, before all. */
    Comparator<ExtensionNumber> byLastCall() {
        return Comparator.comparing(agent -> lastCallEnded.getOrDefault(agent, Instant.MIN));
    }

    /** Whose last turn is longest ago first; who never had one, before all. */
    Comparator<ExtensionNumber> byLastTurn() {
        return Comparator.comparing(agent -> lastTurn.getOrDefault(agent, 0L));
    }

    private static Duration blended(Duration usual, Duration last) {
        return Duration.ofMillis(
                Math.round(usual.toMillis() * (1 - WEIGHT_OF_LAST) + last.toMillis() * WEIGHT_OF_LAST));
    }
}
