package ro.clickphone.pbx.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * Where the callers of one account wait: events come in, commands go out. No clock and no thread of its own; whoever
 * holds it hands it one event at a time, with the settings and the free agents of that moment.
 *
 * <p>A caller's place goes by the time of entering the queue, and is kept when an agent declines or does not answer. An
 * agent who was rung in vain rests for {@link #REST}, so that a phone which declines by itself is not rung in a circle.
 */
public final class WaitingRoom {
    /** How long an agent is left alone after a call that was declined or not answered. */
    public static final Duration REST = Duration.ofSeconds(5);

    private final Map<CallId, Caller> callers = new HashMap<>();
    private final Map<ExtensionNumber, CallId> offers = new HashMap<>();
    private final Map<ExtensionNumber, Instant> restUntil = new HashMap<>();

    /** What happened. */
    public sealed interface Event {
        /** A caller entered, or came back from an agent who did not take the call. */
        record CallerWaits(CallId call, Instant since) implements Event {
            public CallerWaits {
                Objects.requireNonNull(call, "call");
                Objects.requireNonNull(since, "since");
            }
        }

        /** A caller hung up, was let go, or has talked. */
        record CallerLeft(CallId call) implements Event {
            public CallerLeft {
                Objects.requireNonNull(call, "call");
            }
        }

        /** Somebody may have become free, or the time asked for has come. */
        record LookAgain() implements Event {}
    }

    /** What is to be done. */
    public sealed interface Command {
        /** The agent rings for this caller. @param since when the caller entered the queue */
        record Ring(CallId call, Instant since, ExtensionNumber agent) implements Command {}

        /** {@link Event.LookAgain} is wanted then: an agent's rest is over. */
        record WakeAt(Instant moment) implements Command {}
    }

    private static final class Caller {
        private final CallId call;
        private final Instant since;
        private final Set<ExtensionNumber> letDownBy = new HashSet<>();
        private Optional<ExtensionNumber> agent = Optional.empty();

        Caller(CallId call, Instant since) {
            this.call = call;
            this.since = since;
        }
    }

    /**
     * @param settings the queue as it is configured now
     * @param free the agents who are registered and in no call
     */
    public List<Command> on(Event event, QueueSettings settings, Set<ExtensionNumber> free, Instant now) {
        if (event instanceof Event.CallerWaits waits) {
            waits(waits, now);
        } else if (event instanceof Event.CallerLeft left) {
            leaves(left.call());
        }
        restUntil.values().removeIf(until -> !until.isAfter(now));
        return pair(settings, free);
    }

    public boolean isEmpty() {
        return callers.isEmpty();
    }

    /** Callers in the order of their places, those for whom an agent rings among them. */
    public List<CallId> inOrder() {
        return callers.values().stream()
                .sorted(Comparator.comparing((Caller caller) -> caller.since)
                        .thenComparing(caller -> caller.call.value()))
                .map(caller -> caller.call)
                .toList();
    }

    /** Who rings for, or talks with, that caller. */
    public Optional<ExtensionNumber> agentOf(CallId call) {
        return Optional.ofNullable(callers.get(call)).flatMap(caller -> caller.agent);
    }

    private void waits(Event.CallerWaits event, Instant now) {
        Caller caller = callers.computeIfAbsent(event.call(), call -> new Caller(call, event.since()));
        caller.agent.ifPresent(agent -> {
            caller.letDownBy.add(agent);
            restUntil.put(agent, now.plus(REST));
            release(caller);
        });
    }

    private void leaves(CallId call) {
        Optional.ofNullable(callers.remove(call)).ifPresent(this::release);
    }

    private void release(Caller caller) {
        caller.agent.ifPresent(offers::remove);
        caller.agent = Optional.empty();
    }

    private List<Command> pair(QueueSettings settings, Set<ExtensionNumber> free) {
        List<Command> commands = new ArrayList<>();
        List<ExtensionNumber> idle = settings.agents().stream()
                .filter(free::contains)
                .filter(agent -> !offers.containsKey(agent))
                .toList();
        List<ExtensionNumber> ready = new ArrayList<>(idle);
        ready.removeAll(restUntil.keySet());
        boolean somebodyWaits = false;
        for (CallId call : inOrder()) {
            Caller caller = callers.get(call);
            if (caller.agent.isEmpty()) {
                Optional<ExtensionNumber> agent = choose(caller, ready, settings.strategy());
                agent.ifPresent(chosen -> {
                    ready.remove(chosen);
                    commands.add(offer(caller, chosen));
                });
                somebodyWaits |= agent.isEmpty();
            }
        }
        if (somebodyWaits) {
            wakeFor(idle).ifPresent(commands::add);
        }
        return commands;
    }

    /** Those who have not let this caller down come first; when all who are ready have, a new round begins. */
    private static Optional<ExtensionNumber> choose(
            Caller caller, List<ExtensionNumber> ready, QueueStrategy strategy) {
        List<ExtensionNumber> fresh = ready.stream()
                .filter(agent -> !caller.letDownBy.contains(agent))
                .toList();
        if (fresh.isEmpty() && !ready.isEmpty()) {
            caller.letDownBy.clear();
            return strategy.choose(ready);
        }
        return strategy.choose(fresh);
    }

    private Command.Ring offer(Caller caller, ExtensionNumber agent) {
        caller.agent = Optional.of(agent);
        offers.put(agent, caller.call);
        return new Command.Ring(caller.call, caller.since, agent);
    }

    private Optional<Command.WakeAt> wakeFor(List<ExtensionNumber> idle) {
        return idle.stream()
                .flatMap(agent -> Optional.ofNullable(restUntil.get(agent)).stream())
                .min(Comparator.naturalOrder())
                .map(Command.WakeAt::new);
    }
}
