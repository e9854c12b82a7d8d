package ro.clickphone.pbx.figures;

import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * A histogram with bounds of our own. Those of the container's histograms are always empty (Payara 6.2025.10), so there is
 * a counter for each bound beside it; all values at or below the bound are in it, as Prometheus wants them.
 */
record Distribution(String name, long... bounds) {
    private static final String LE = "le";

    void add(MetricRegistry registry, long value) {
        registry.histogram(name).update(value);
        for (long bound : bounds) {
            registry.counter(name + FiguresText.BUCKET, new Tag(LE, Long.toString(bound)))
                    .inc(value <= bound ? 1 : 0);
        }
        registry.counter(name + FiguresText.BUCKET, new Tag(LE, "+Inf")).inc();
    }
}
