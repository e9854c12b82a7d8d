package ro.clickphone.pbx.queue;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * The queue as the customer configures it (manual, step 3).
 *
 * @param agents in ring order, none twice, at most {@link #MOST_AGENTS}; none means that there is no queue
 * @param longestWait after it the caller is let go with a message; from 1 minute to 2 hours
 */
public record QueueSettings(List<ExtensionNumber> agents, QueueStrategy strategy, Duration longestWait)
        implements Serializable {
    public static final int MOST_AGENTS = 200;
    public static final Duration USUAL_WAIT = Duration.ofMinutes(15);
    public static final QueueSettings NONE = new QueueSettings(List.of(), QueueStrategy.LINEAR, USUAL_WAIT);

    public QueueSettings {
        agents = List.copyOf(agents);
        Objects.requireNonNull(strategy, "strategy");
        if (agents.size() > MOST_AGENTS || new HashSet<>(agents).size() != agents.size()) {
            throw new IllegalArgumentException("an agent twice, or more than " + MOST_AGENTS + ": " + agents);
        }
        if (longestWait.compareTo(Duration.ofMinutes(1)) < 0 || longestWait.compareTo(Duration.ofHours(2)) > 0) {
            throw new IllegalArgumentException("longestWait is " + longestWait + ", expected from PT1M to PT2H");
        }
    }

    public static QueueSettings linear(List<ExtensionNumber> agents) {
        return new QueueSettings(agents, QueueStrategy.LINEAR, USUAL_WAIT);
    }

    public boolean isEmpty() {
        return agents.isEmpty();
    }
}
