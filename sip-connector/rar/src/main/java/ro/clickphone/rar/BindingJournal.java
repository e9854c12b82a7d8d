package ro.clickphone.rar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.BindingChange;

/**
 * Tells the business behind the registrar's back what changed, so that a REGISTER is answered from memory and a database
 * that is away unregisters nobody (ADR 2): in batches, soon; mere refreshes late; each until it is taken.
 */
final class BindingJournal {
    private static final Logger LOG = Logger.getLogger(BindingJournal.class.getName());
    private static final int BATCH = 500;
    private static final int MOST_PENDING = 200_000;
    private static final int TRIES_BEFORE_DOUBT = 5;

    private final Consumer<List<BindingChange>> business;
    private final Pace pace;
    private final PendingBindings pending = new PendingBindings(MOST_PENDING);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long changedSince;
    private long refreshedSince;
    private boolean closing;

    /** How long a change and a refresh wait for others to be told with them, and the pauses after failures. */
    record Pace(Duration changes, Duration refreshes, Backoff failures) {}

    private BindingJournal(Consumer<List<BindingChange>> business, Pace pace) {
        this.business = business;
        this.pace = pace;
    }

    /**
     * @param business takes a batch, or throws to be told it again
     * @param work one of its threads is held until the journal is closed
     */
    static BindingJournal open(Consumer<List<BindingChange>> business, Pace pace, Executor work) {
        BindingJournal journal = new BindingJournal(business, pace);
        work.execute(journal::run);
        return journal;
    }

    /** Returns at once. */
    synchronized void changed(List<BindingChange> changes) {
        long now = System.nanoTime();
        if (!pending.hasChanges()) {
            changedSince = now;
        }
        if (!pending.hasRefreshes()) {
            refreshedSince = now;
        }
        changes.forEach(pending::add);
        notifyAll();
    }

    /** Tells what is left, once, and ends. */
    void close(Duration patience) {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            if (!stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warning("The last changes of registrations were not taken; phones tell them again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int failures = 0;
        try {
            for (List<BindingChange> batch = next(); !batch.isEmpty(); batch = next()) {
                failures = told(batch) ? 0 : failed(batch, failures + 1);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "Registrations are not told any more", e);
        } finally {
            stopped.countDown();
        }
    }

    /** Waits for the next batch; an empty one is the end. */
    private synchronized List<BindingChange> next() throws InterruptedException {
        while (!closing && !isDue()) {
            TimeUnit.NANOSECONDS.timedWait(this, untilDue());
        }
        List<BindingChange> batch = pending.takeChanges(BATCH);
        return batch.isEmpty() ? pending.takeRefreshes(BATCH) : batch;
    }

    private boolean isDue() {
        return untilDue() <= 0;
    }

    private long untilDue() {
        long now = System.nanoTime();
        long change = pending.hasChanges() ? changedSince + pace.changes().toNanos() - now : Long.MAX_VALUE;
        long refresh =
                pending.hasRefreshes() ? refreshedSince + pace.refreshes().toNanos() - now : Long.MAX_VALUE;
        return Math.min(change, refresh);
    }

    /** @return how often it failed in a row */
    private int failed(List<BindingChange> batch, int failures) throws InterruptedException {
        if (failures >= TRIES_BEFORE_DOUBT && batch.size() > 1 && withoutTheRefused(batch)) {
            return 0;
        }
        synchronized (this) {
            pending.putBack(batch);
            long pause = System.nanoTime() + pace.failures().after(failures).toNanos();
            while (!closing && System.nanoTime() < pause) {
                TimeUnit.NANOSECONDS.timedWait(this, pause - System.nanoTime());
            }
            if (closing) {
                pending.takeChanges(Integer.MAX_VALUE);
                pending.takeRefreshes(Integer.MAX_VALUE);
            }
        }
        return failures;
    }

    /** One by one: what is refused while others are taken is not the database's fault, and holds up nobody else. */
    private boolean withoutTheRefused(List<BindingChange> batch) {
        List<BindingChange> refused = new ArrayList<>();
        batch.stream().filter(change -> !told(List.of(change))).forEach(refused::add);
        if (refused.size() == batch.size()) {
            return false;
        }
        refused.forEach(change -> LOG.severe("A registration is refused by the business and not stored: " + change));
        return true;
    }

    private boolean told(List<BindingChange> batch) {
        try {
            business.accept(batch);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Changes of registrations were not taken and are told again: {0}", e.toString());
            return false;
        }
    }
}
