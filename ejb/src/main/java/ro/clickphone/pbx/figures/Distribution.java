package ro.clickphone.pbx.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * A histogram with bounds of our own. Those of the container's histograms are always empty (Payara 6.2025.10), so there is
 * a counter for each bound beside it; all values at or below the bound are in it, as Prometheus wants them. They are
 * looked up once: a call is counted in thirty of them.
 */
final class Distribution {
    private static final String LE = "le";

    private final String name;
    private final long[] bounds;
    private volatile Optional<Found> found = Optional.empty();

    /** Where it counts; in the order of the bounds, the last without one. */
    private record Found(MetricRegistry registry, Histogram histogram, List<Counter> counters) {}

    Distribution(String name, long... bounds) {
        this.name = name;
        this.bounds = bounds;
    }

    void add(MetricRegistry registry, long value) {
        Found known = found.filter(one -> one.registry() == registry).orElseGet(() -> find(registry));
        known.histogram().update(value);
        for (int i = 0; i < bounds.length; i++) {
            if (value <= bounds[i]) {
                known.counters().get(i).inc();
            }
        }
        known.counters().get(bounds.length).inc();
    }

    private Found find(MetricRegistry registry) {
        List<Counter> counters = new ArrayList<>(bounds.length + 1);
        for (long bound : bounds) {
            counters.add(registry.counter(name + FiguresText.BUCKET, new Tag(LE, Long.toString(bound))));
        }
        counters.add(registry.counter(name + FiguresText.BUCKET, new Tag(LE, "+Inf")));
        Found fresh = new Found(registry, registry.histogram(name), counters);
        found = Optional.of(fresh);
        return fresh;
    }
}
