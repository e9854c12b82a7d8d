package ro.clickphone.pbx.queue;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * The queue as the customer configures it (manual, step 3).
 *
 * @param agents in ring order, none twice, at most {@link #MOST_AGENTS}; none means that there is no queue
 * @param wrapUp how long an agent is left alone after a call of the queue; at most {@link #LONGEST_WRAP_UP}
 */
public record QueueSettings(List<QueueAgent> agents, QueueStrategy strategy, Duration wrapUp, QueueWait waiting)
        implements Serializable {
    public static final int MOST_AGENTS = 200;
    public static final Duration LONGEST_WRAP_UP = Duration.ofMinutes(30);
    public static final QueueSettings NONE = linear(List.of());

    public QueueSettings {
        agents = List.copyOf(agents);
        Objects.requireNonNull(strategy, "strategy");
        long different = agents.stream().map(QueueAgent::extension).distinct().count();
        if (agents.size() > MOST_AGENTS || different != agents.size()) {
            throw new IllegalArgumentException("an agent twice, or more than " + MOST_AGENTS + ": " + agents);
        }
        if (wrapUp.isNegative() || wrapUp.compareTo(LONGEST_WRAP_UP) > 0) {
            throw new IllegalArgumentException("wrapUp is " + wrapUp + ", expected from PT0S to PT30M");
        }
        Objects.requireNonNull(waiting, "waiting");
    }

    /** A plain queue: in the list's order, no wrap-up, nothing announced. */
    public static QueueSettings linear(List<ExtensionNumber> agents) {
        return of(QueueStrategy.LINEAR, agents);
    }

    public static QueueSettings of(QueueStrategy strategy, List<ExtensionNumber> agents) {
        return new QueueSettings(
                agents.stream().map(QueueAgent::of).toList(), strategy, Duration.ZERO, QueueWait.USUAL);
    }

    /** The same queue without those who are no extensions any more. */
    public QueueSettings withAgents(List<QueueAgent> others) {
        return new QueueSettings(others, strategy, wrapUp, waiting);
    }

    public List<ExtensionNumber> extensions() {
        return agents.stream().map(QueueAgent::extension).toList();
    }

    /** {@code LINEAR: 101, 102}. */
    String text() {
        return isEmpty()
                ? ""
                : strategy + ": " + extensions().stream().map(Object::toString).collect(joining(", "));
    }

    public boolean isEmpty() {
        return agents.isEmpty();
    }
}
