package ro.clickphone.engine.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import ro.clickphone.engine.api.Party;

/** Which devices ring first: of each party those that are preferred most, then the next ones (RFC 3261 16.6). */
final class Waves {
    private final List<List<Ring>> waves = new ArrayList<>();
    private boolean someAreNowhere;

    /** One device to be rung. */
    record Ring(Party party, Outside.Target target) {}

    private Waves() {}

    static Waves none() {
        return new Waves();
    }

    static Waves of(List<Party> parties, Function<Party, List<Outside.Target>> targets) {
        Waves all = new Waves();
        for (Party party : parties) {
            Map<Integer, List<Ring>> byPreference = new TreeMap<>(Comparator.reverseOrder());
            for (Outside.Target target : targets.apply(party)) {
                byPreference
                        .computeIfAbsent(target.preference(), any -> new ArrayList<>())
                        .add(new Ring(party, target));
            }
            all.someAreNowhere |= byPreference.isEmpty();
            int wave = 0;
            for (List<Ring> rings : byPreference.values()) {
                if (wave == all.waves.size()) {
                    all.waves.add(new ArrayList<>());
                }
                all.waves.get(wave++).addAll(rings);
            }
        }
        return all;
    }

    boolean someAreNowhere() {
        return someAreNowhere;
    }

    int left() {
        return waves.size();
    }

    /** Takes the next ones out; none when there are none. */
    List<Ring> next() {
        return waves.isEmpty() ? List.of() : waves.remove(0);
    }

    void forget(Party party) {
        waves.forEach(wave -> wave.removeIf(ring -> ring.party().equals(party)));
        waves.removeIf(List::isEmpty);
    }

    void forgetAll() {
        waves.clear();
    }
}
