package ro.clickphone.pbx.callflow;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.kernel.NotFound;

/** One account's plan, and how many changes it is behind. */
final class CachedPlan {
    private static final Logger LOG = Logger.getLogger(CachedPlan.class.getName());
    /** A call does not wait longer for a fresh plan; the engine's patience with an ask is 4 s. */
    private static final long PATIENCE_MILLIS = 1_500;

    private final Supplier<RoutingPlan> source;
    private final BiConsumer<Optional<RoutingPlan>, RoutingPlan> published;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong(1);
    private final AtomicBoolean claim = new AtomicBoolean();
    private volatile long seen;
    private volatile Optional<RoutingPlan> plan = Optional.empty();
    private volatile boolean sourceAway;

    /** @param published told the old plan, if there was one, and the new one */
    CachedPlan(Supplier<RoutingPlan> source, BiConsumer<Optional<RoutingPlan>, RoutingPlan> published) {
        this.source = source;
        this.published = published;
    }

    void outdated() {
        changes.incrementAndGet();
    }

    /** Whether the caller is the one who shall refresh it in the background; one is enough. */
    boolean claimed() {
        return claim.compareAndSet(false, true);
    }

    void unclaimed() {
        claim.set(false);
    }

    boolean isStale() {
        return seen < changes.get();
    }

    /** The newest plan that can be had now; empty when there never was one and none can be read. */
    Optional<RoutingPlan> current() {
        if (isStale() && (plan.isEmpty() || !sourceAway)) {
            tryRefresh();
        }
        return plan;
    }

    /** Reads the plan unless nothing changed. @throws RuntimeException what the source threw; the old plan stands */
    void refresh() {
        reading.lock();
        try {
            read();
        } finally {
            reading.unlock();
        }
    }

    private void tryRefresh() {
        try {
            if (reading.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    read();
                } finally {
                    reading.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            complain(e);
        }
    }

    /** An account that is gone, or not there yet, is no fault of ours: one line. */
    static void complain(RuntimeException e) {
        if (e instanceof NotFound) {
            LOG.log(Level.WARNING, "there is nobody to read a routing plan of: {0}", e.getMessage());
        } else {
            LOG.log(Level.WARNING, "a routing plan could not be read; the old one goes on", e);
        }
    }

    private void read() {
        long wanted = changes.get();
        if (seen >= wanted) {
            return;
        }
        try {
            RoutingPlan fresh = source.get();
            Optional<RoutingPlan> old = plan;
            plan = Optional.of(fresh);
            seen = wanted;
            sourceAway = false;
            published.accept(old, fresh);
        } catch (RuntimeException e) {
            sourceAway = true;
            throw e;
        }
    }
}
