package ro.clickphone.system.sip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who ought to ring for callers who come one after the other: the definitions of the queue's strategies, written once more. */
final class Notebook {
    private final String strategy;
    private final List<Integer> list;
    private final Map<Integer, Integer> taken = new HashMap<>();
    private final Map<Integer, Integer> lastTalk = new HashMap<>();
    private final Map<Integer, Integer> lastTurn = new HashMap<>();
    private int lastRung = -1;
    private int moments;

    /** @param list the agents in the customer's order */
    Notebook(String strategy, List<Integer> list) {
        this.strategy = strategy;
        this.list = list;
    }

    /** Whose phones ring, one after the other, for the next caller. */
    List<Integer> nextCaller(Set<Integer> absent, Set<Integer> decline) {
        List<Integer> rung = new ArrayList<>();
        while (true) {
            List<Integer> free = list.stream()
                    .filter(agent -> !absent.contains(agent) && !rung.contains(agent))
                    .toList();
            int agent = next(free);
            rung.add(agent);
            lastTurn.put(agent, ++moments);
            lastRung = list.indexOf(agent);
            if (!decline.contains(agent)) {
                taken.merge(agent, 1, Integer::sum);
                lastTalk.put(agent, ++moments);
                return rung;
            }
        }
    }

    private int next(List<Integer> free) {
        return switch (strategy) {
            case "LINEAR" -> free.get(0);
            case "LEASTRECENT" -> least(free, lastTalk);
            case "FEWESTCALLS" -> least(free, taken);
            case "RRMEMORY" -> least(free, lastTurn);
            case "RRORDERED" -> {
                int place = lastRung + 1;
                while (!free.contains(list.get(place % list.size()))) {
                    place++;
                }
                yield list.get(place % list.size());
            }
            default -> throw new IllegalArgumentException("nobody can foresee " + strategy);
        };
    }

    private static int least(List<Integer> free, Map<Integer, Integer> figures) {
        return free.stream()
                .min(Comparator.comparingInt(agent -> figures.getOrDefault(agent, 0)))
                .orElseThrow();
    }
}
