package ro.clickphone.pbx.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metric;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The figures as Prometheus reads them. The container's own page of them is closed: it asks nobody for a key. */
@ApplicationScoped
public class FiguresText {
    /** What the counters of a histogram's bounds are called, after its name. */
    static final String BUCKET = "_bucket";

    @Inject
    private MetricRegistry registry;

    public String prometheus() {
        SortedMap<MetricID, Metric> ours =
                new TreeMap<>(registry.getMetrics((id, metric) -> id.getName().startsWith(CallFigures.PREFIX)));
        StringBuilder text = new StringBuilder();
        String before = "";
        for (Map.Entry<MetricID, Metric> entry : ours.entrySet()) {
            String name = entry.getKey().getName();
            if (!name.equals(before) && !name.endsWith(BUCKET)) {
                boolean counts = entry.getValue() instanceof Counter;
                text.append("# TYPE ").append(name).append(counts ? " counter\n" : " histogram\n");
                before = name;
            }
            write(text, name, entry.getKey().getTags(), entry.getValue());
        }
        return text.toString();
    }

    private static void write(StringBuilder text, String name, Map<String, String> tags, Metric metric) {
        if (metric instanceof Counter counter) {
            line(text, name, tags, counter.getCount());
        } else if (metric instanceof Histogram histogram) {
            line(text, name + "_sum", tags, histogram.getSum());
            line(text, name + "_count", tags, histogram.getCount());
        }
    }

    private static void line(StringBuilder text, String name, Map<String, String> tags, long value) {
        String labels = tags.entrySet().stream()
                .map(tag -> tag.getKey() + "=\"" + tag.getValue() + '"')
                .collect(Collectors.joining(","));
        text.append(name)
                .append(labels.isEmpty() ? "" : '{' + labels + '}')
                .append(' ')
                .append(value)
                .append('\n');
    }
}
