package ro.clickphone.pbx.rating;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a deck would change against the one before it. Pure.
 *
 * @param counts of each kind of change
 * @param examples the first ones of each kind
 */
public record DeckChange(Map<Kind, Integer> counts, List<Line> examples) implements Serializable {
    private static final int MOST_EXAMPLES = 50;

    /** How a prefix is different. */
    public enum Kind {
        ADDED,
        REMOVED,
        DEARER,
        CHEAPER,
        /** Name, class, connection or increments. */
        OTHERWISE,
        SAME
    }

    /** One prefix. @param before empty for a new one @param after empty for one that is gone */
    public record Line(Kind kind, Optional<Tariff> before, Optional<Tariff> after) {
        public String prefix() {
            return after.or(() -> before).map(Tariff::prefix).orElseThrow();
        }

        public String destination() {
            return after.or(() -> before).map(Tariff::destination).orElseThrow();
        }
    }

    public DeckChange {
        counts = Map.copyOf(counts);
        examples = List.copyOf(examples);
    }

    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    static DeckChange between(List<Tariff> before, List<Tariff> after) {
        Map<String, Tariff> old = new HashMap<>();
        before.forEach(tariff -> old.put(tariff.prefix(), tariff));
        Map<Kind, Integer> counts = new HashMap<>();
        List<Line> examples = new ArrayList<>();
        for (Tariff tariff : after) {
            Optional<Tariff> was = Optional.ofNullable(old.remove(tariff.prefix()));
            note(new Line(kind(was, tariff), was, Optional.of(tariff)), counts, examples);
        }
        old.values().stream()
                .sorted((one, other) -> one.prefix().compareTo(other.prefix()))
                .forEach(gone -> note(new Line(Kind.REMOVED, Optional.of(gone), Optional.empty()), counts, examples));
        return new DeckChange(counts, examples);
    }

    private static void note(Line line, Map<Kind, Integer> counts, List<Line> examples) {
        int before = counts.merge(line.kind(), 1, Integer::sum) - 1;
        if (before < MOST_EXAMPLES && line.kind() != Kind.SAME) {
            examples.add(line);
        }
    }

    private static Kind kind(Optional<Tariff> before, Tariff after) {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        int dearer = after.perMinute().compareTo(before.get().perMinute());
        if (dearer != 0) {
            return dearer > 0 ? Kind.DEARER : Kind.CHEAPER;
        }
        return before.get().equals(after) ? Kind.SAME : Kind.OTHERWISE;
    }
}
