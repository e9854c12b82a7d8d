package ro.clickphone.pbx.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.Progress;

/** Counts calls by MicroProfile Metrics: how soon they rang, how long they were, how good they sounded, why they ended. */
@ApplicationScoped
public class CallFigures {
    /** Every name begins with it. */
    public static final String PREFIX = "clickphone_";

    private static final Distribution RANG_AFTER = new Distribution(
            PREFIX + "call_rang_after_milliseconds", 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000);
    private static final Distribution TALKED =
            new Distribution(PREFIX + "call_talked_seconds", 1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600);
    private static final Distribution MOS =
            new Distribution(PREFIX + "leg_mos_hundredths", 200, 250, 300, 350, 380, 400, 420, 440);
    private static final Distribution LOST =
            new Distribution(PREFIX + "leg_lost_permille", 0, 1, 2, 5, 10, 20, 50, 100);
    private static final String ENDED = PREFIX + "calls_ended_total";

    private static final int MOST_PENDING = 20_000;
    /** A leg with fewer packets says nothing about the network. */
    private static final long ENOUGH_PACKETS = 50;

    @Inject
    private MetricRegistry registry;

    private final Map<CallId, Instant> pending = new ConcurrentHashMap<>();

    /** Of the calling leg: from the call's arrival to its ringing tone. */
    public void told(LegEvent event) {
        if (event.leg().number() != 0) {
            return;
        }
        CallId call = event.leg().call();
        switch (event.kind()) {
            case STARTED -> {
                if (pending.size() < MOST_PENDING) {
                    pending.put(call, event.at());
                }
            }
            case RINGING -> {
                Instant since = pending.remove(call);
                if (since != null) {
                    RANG_AFTER.add(registry, Duration.between(since, event.at()).toMillis());
                }
            }
            default -> pending.remove(call);
        }
    }

    /** Once for each call. */
    public void ended(CallRecord record) {
        registry.counter(ENDED, new Tag("cause", record.cause().name().toLowerCase(Locale.ROOT)))
                .inc();
        if (record.progress() instanceof Progress.Talked talked) {
            TALKED.add(
                    registry,
                    Duration.between(talked.talkingAt(), record.endedAt()).toSeconds());
        }
        record.legs().forEach(this::heard);
    }

    private void heard(LegRecord leg) {
        long expected = leg.media().received() + leg.media().lost();
        if (expected < ENOUGH_PACKETS) {
            return;
        }
        LOST.add(registry, 1000 * leg.media().lost() / expected);
        if (leg.media().mosHundredths() > 0) {
            MOS.add(registry, leg.media().mosHundredths());
        }
    }
}
