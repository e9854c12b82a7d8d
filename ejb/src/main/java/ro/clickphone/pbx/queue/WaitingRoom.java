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
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * Where the callers of one account wait: events come in, commands go out. No clock and no thread of its own; whoever
 * holds it hands it one event at a time, with the settings and the agents of that moment.
 *
 * <p>A caller's place goes by the time of entering the queue, and is kept when an agent declines or does not answer. An
 * agent who was rung in vain rests for {@link #REST}, so that a phone which declines by itself is not rung in a circle;
 * one who has talked rests for the wrap-up time.
 */
public final class WaitingRoom {
    /** How long an agent is left alone after a call that was declined or not answered. */
    public static final Duration REST = Duration.ofSeconds(5);

    private final Map<CallId, WaitingCaller> callers = new HashMap<>();
    private final Map<ExtensionNumber, CallId> rung = new HashMap<>();
    private final Map<ExtensionNumber, Instant> restUntil = new HashMap<>();
    private final AgentLog log = new AgentLog();
    private final RandomGenerator chance;

    /** @param chance for the strategies that draw lots */
    public WaitingRoom(RandomGenerator chance) {
        this.chance = chance;
    }

    /** What happened. */
    public sealed interface Event {
        /** A caller entered, or hears music still. */
        record CallerWaits(CallId call, Instant since) implements Event {
            public CallerWaits {
                Objects.requireNonNull(call, "call");
                Objects.requireNonNull(since, "since");
            }
        }

        /** Nobody of those who rang for this caller took the call. */
        record CallerReturned(CallId call, Instant since) implements Event {
            public CallerReturned {
                Objects.requireNonNull(call, "call");
                Objects.requireNonNull(since, "since");
            }
        }

        /** An agent and the caller hear each other. */
        record AgentAnswered(CallId call, ExtensionNumber agent) implements Event {
            public AgentAnswered {
                Objects.requireNonNull(call, "call");
                Objects.requireNonNull(agent, "agent");
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
        /** The agents ring for this caller, all at the same time. @param since when the caller entered the queue */
        record Ring(CallId call, Instant since, List<ExtensionNumber> agents) implements Command {
            public Ring {
                agents = List.copyOf(agents);
            }
        }

        /** {@link Event.LookAgain} is wanted then: an agent's rest is over. */
        record WakeAt(Instant moment) implements Command {}
    }

    /** @param settings the queue as it is configured now */
    public List<Command> on(Event event, QueueSettings settings, Staff staff, Instant now) {
        if (event instanceof Event.CallerWaits waits) {
            callers.computeIfAbsent(waits.call(), call -> new WaitingCaller(call, waits.since()));
        } else if (event instanceof Event.CallerReturned returned) {
            returned(returned, now);
        } else if (event instanceof Event.AgentAnswered answered) {
            answered(answered, now);
        } else if (event instanceof Event.CallerLeft left) {
            leaves(left.call(), settings.wrapUp(), now);
        }
        restUntil.values().removeIf(until -> !until.isAfter(now));
        return pair(settings, staff);
    }

    public boolean isEmpty() {
        return callers.isEmpty();
    }

    /** Callers in the order of their places, those for whom an agent rings or who talk with one among them. */
    public List<CallId> inOrder() {
        return ordered().map(WaitingCaller::call).toList();
    }

    /** Who rings for, or talks with, that caller. */
    public Set<ExtensionNumber> agentsOf(CallId call) {
        return Optional.ofNullable(callers.get(call)).map(WaitingCaller::agents).orElse(Set.of());
    }

    /** The place of a caller, or of one who were to enter now. */
    public Standing standing(CallId call, Staff staff) {
        List<CallId> waiting = ordered()
                .filter(caller -> caller.answer().isEmpty())
                .map(WaitingCaller::call)
                .toList();
        int index = waiting.indexOf(call);
        int place = (index < 0 ? waiting.size() : index) + 1;
        return new Standing(place, estimate(place, staff.onDuty().size()));
    }

    /** Those before and the caller are shared out among the agents, each call as long as calls usually are. */
    private Optional<Duration> estimate(int place, int agents) {
        return agents == 0
                ? Optional.empty()
                : log.usualCall().map(usual -> usual.multipliedBy(place).dividedBy(agents));
    }

    private void returned(Event.CallerReturned event, Instant now) {
        WaitingCaller caller = callers.computeIfAbsent(event.call(), call -> new WaitingCaller(call, event.since()));
        caller.agents().forEach(agent -> restUntil.put(agent, now.plus(REST)));
        caller.letDown();
        rung.values().removeIf(event.call()::equals);
    }

    private void answered(Event.AgentAnswered event, Instant now) {
        WaitingCaller caller = callers.get(event.call());
        if (caller != null && caller.agents().contains(event.agent())) {
            caller.answered(event.agent(), now);
            rung.entrySet()
                    .removeIf(one ->
                            one.getValue().equals(event.call()) && !one.getKey().equals(event.agent()));
        }
    }

    private void leaves(CallId call, Duration wrapUp, Instant now) {
        WaitingCaller caller = callers.remove(call);
        if (caller == null) {
            return;
        }
        rung.values().removeIf(call::equals);
        caller.answer().ifPresent(answer -> {
            log.ended(answer.agent(), Duration.between(answer.at(), now), now);
            restUntil.put(answer.agent(), now.plus(wrapUp));
        });
    }

    private List<Command> pair(QueueSettings settings, Staff staff) {
        List<Command> commands = new ArrayList<>();
        Set<ExtensionNumber> idle = settings.extensions().stream()
                .filter(staff.free()::contains)
                .filter(agent -> !rung.containsKey(agent))
                .collect(Collectors.toSet());
        Set<ExtensionNumber> ready = new HashSet<>(idle);
        ready.removeAll(restUntil.keySet());
        boolean somebodyWaits = false;
        for (WaitingCaller caller : ordered().toList()) {
            if (caller.agents().isEmpty()) {
                List<ExtensionNumber> chosen = choose(caller, ready, settings);
                if (chosen.isEmpty()) {
                    somebodyWaits = true;
                } else {
                    chosen.forEach(ready::remove);
                    commands.add(ring(caller, chosen));
                }
            }
        }
        if (somebodyWaits) {
            endOfFirstRest(idle).map(Command.WakeAt::new).ifPresent(commands::add);
        }
        return commands;
    }

    /** Those who have not let this caller down come first; when all who are ready have, a new round begins. */
    private List<ExtensionNumber> choose(WaitingCaller caller, Set<ExtensionNumber> ready, QueueSettings settings) {
        Set<ExtensionNumber> fresh =
                ready.stream().filter(agent -> !caller.wasLetDownBy(agent)).collect(Collectors.toSet());
        if (fresh.isEmpty() && !ready.isEmpty()) {
            caller.beginsNewRound();
            fresh = ready;
        }
        return settings.strategy().choose(new Turn(settings.agents(), fresh, log, chance));
    }

    private Command.Ring ring(WaitingCaller caller, List<ExtensionNumber> agents) {
        caller.offeredTo(agents);
        agents.forEach(agent -> {
            rung.put(agent, caller.call());
            log.rung(agent);
        });
        return new Command.Ring(caller.call(), caller.since(), agents);
    }

    private Optional<Instant> endOfFirstRest(Set<ExtensionNumber> idle) {
        return idle.stream()
                .flatMap(agent -> Optional.ofNullable(restUntil.get(agent)).stream())
                .min(Comparator.naturalOrder());
    }

    private Stream<WaitingCaller> ordered() {
        return callers.values().stream()
                .sorted(Comparator.comparing(WaitingCaller::since)
                        .thenComparing(caller -> caller.call().value()));
    }
}
