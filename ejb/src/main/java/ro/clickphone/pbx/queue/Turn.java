package ro.clickphone.pbx.queue;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/**
 * One choice of a strategy.
 *
 * @param list all agents, in the customer's order
 * @param ready those who may ring now for this caller
 */
record Turn(List<QueueAgent> list, Set<ExtensionNumber> ready, AgentLog log, RandomGenerator chance) {
    Turn {
        list = List.copyOf(list);
        ready = Set.copyOf(ready);
    }

    /** In the customer's order. */
    List<ExtensionNumber> all() {
        return readyOf(list);
    }

    List<ExtensionNumber> first() {
        return all().stream().limit(1).toList();
    }

    /** The first in the customer's order among those who compare lowest. */
    List<ExtensionNumber> least(Comparator<ExtensionNumber> order) {
        return all().stream().min(order).stream().toList();
    }

    /** The next in the customer's order after the one who was rung last. */
    List<ExtensionNumber> next() {
        List<ExtensionNumber> names = list.stream().map(QueueAgent::extension).toList();
        int last = log.lastRung().map(names::indexOf).orElse(-1);
        List<QueueAgent> turned = new java.util.ArrayList<>(list);
        Collections.rotate(turned, -(last + 1));
        return readyOf(turned).stream().limit(1).toList();
    }

    /** The one with the lowest lot. */
    List<ExtensionNumber> lot(ToIntFunction<QueueAgent> bound) {
        record Lot(ExtensionNumber agent, int number) {}
        return list.stream()
                .filter(agent -> ready.contains(agent.extension()))
                .map(agent -> new Lot(agent.extension(), chance.nextInt(bound.applyAsInt(agent))))
                .min(Comparator.comparingInt(Lot::number))
                .map(Lot::agent)
                .stream()
                .toList();
    }

    private List<ExtensionNumber> readyOf(List<QueueAgent> agents) {
        return agents.stream()
                .map(QueueAgent::extension)
                .filter(ready::contains)
                .toList();
    }
}
