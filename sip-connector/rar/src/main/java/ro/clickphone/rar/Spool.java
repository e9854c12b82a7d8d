package ro.clickphone.rar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.CallRecord;

/**
 * Keeps the record of an ended call on the disk until the business has it: a database that is away for minutes, or a
 * server that is killed, costs no call detail record. Records are written in batches by a thread of the spool's own, so
 * that no call waits for the disk, and delivered in their order in the background, each until it is taken.
 *
 * <p>A record may come twice, after a crash between its delivery and the removal of its file. A record that is refused
 * again and again while the next one is taken is put aside, and offered again at the next start.
 */
final class Spool {
    private static final Logger LOG = Logger.getLogger(Spool.class.getName());
    private static final int QUEUE_RECORDS = 20_000;
    private static final int BATCH_RECORDS = 256;
    private static final int MOST_TOGETHER = 50;
    /** To force a disk costs as much as a tenth of a call: a record waits for it if another has just had it. */
    private static final long DISK_PACE_MILLIS = 20;

    /** A transaction costs far more than what one record writes, so those of a moment share one. */
    private static final long TOGETHER_MILLIS = 200;

    private static final int TRIES_BEFORE_DOUBT = 5;
    /** The longest that one delivery can take: a database statement's time and some more. */
    private static final Duration ONE_DELIVERY = Duration.ofSeconds(35);

    private final Backlog backlog;
    private final Consumer<List<CallRecord>> business;
    private final Backoff backoff;
    /** Ended calls in their order; an empty one is the last. */
    private final BlockingQueue<Optional<CallRecord>> arriving = new ArrayBlockingQueue<>(QUEUE_RECORDS);

    private final CountDownLatch closing = new CountDownLatch(1);
    /** Counts the writing and the delivering thread. */
    private final CountDownLatch stopped = new CountDownLatch(2);

    private volatile long closingDeadline;
    private int failures;
    private boolean moreWait;

    private Spool(Backlog backlog, Consumer<List<CallRecord>> business, Backoff backoff) {
        this.backlog = backlog;
        this.business = business;
        this.backoff = backoff;
    }

    /**
     * Opens the spool in a folder, which is made where it does not exist, and begins to deliver what lies there.
     *
     * @param business takes records, all or none: it throws to be offered them again
     * @param work runs the delivery; one of its threads is held until the spool is closed
     * @throws IOException when the folder cannot be written, or another process holds it
     */
    static Spool open(Path folder, Consumer<List<CallRecord>> business, Backoff backoff, Executor work)
            throws IOException {
        Spool spool = new Spool(Backlog.open(folder), business, backoff);
        new Thread(spool::write, "spool").start();
        work.execute(spool::deliver);
        return spool;
    }

    /** Takes a record over; returns at once. */
    public void ended(CallRecord call) {
        if (isClosing() || !arriving.offer(Optional.of(call))) {
            LOG.log(Level.SEVERE, "The spool takes no more; this record is missing in the call details: {0}", call);
        }
    }

    /** What is written and not yet delivered. */
    long backlogBytes() {
        return backlog.bytes();
    }

    /**
     * Writes what has arrived, goes on delivering for at most the given time, and stops. What is left waits on the disk.
     */
    void close(Duration patience) {
        closingDeadline = System.nanoTime() + patience.toNanos();
        closing.countDown();
        try {
            arriving.put(Optional.empty());
            if (!stopped.await(patience.plus(ONE_DELIVERY).toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warning("A call record is still being delivered; it is offered again at the next start");
            }
            backlog.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The spool did not close cleanly", e);
        }
    }

    private void write() {
        List<Optional<CallRecord>> batch = new ArrayList<>(BATCH_RECORDS);
        long written = System.nanoTime();
        try {
            do {
                batch.clear();
                batch.add(arriving.take());
                long early = DISK_PACE_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - written);
                if (early > 0) {
                    closing.await(early, TimeUnit.MILLISECONDS);
                }
                written = System.nanoTime();
                arriving.drainTo(batch, BATCH_RECORDS - 1);
                store(batch.stream().flatMap(Optional::stream).map(Spooled::of).toList());
            } while (!batch.contains(Optional.<CallRecord>empty()));
        } catch (InterruptedException e) {
            LOG.log(Level.SEVERE, "The spool was interrupted and takes no more", e);
        } finally {
            backlog.complete();
            stopped.countDown();
        }
    }

    /** Tries until the disk takes them; only a closing spool gives up. */
    private void store(List<Spooled> records) throws InterruptedException {
        for (int failed = 1; !records.isEmpty(); failed++) {
            try {
                backlog.append(records);
                return;
            } catch (IOException e) {
                LOG.log(Level.SEVERE, "The spool cannot be written; " + records.size() + " call records wait", e);
                if (closing.await(backoff.after(failed).toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.severe(records.size() + " call records are lost to the call details");
                    return;
                }
            }
        }
    }

    private void deliver() {
        try {
            while (mayDeliver() && backlog.awaitSome()) {
                if (!moreWait) {
                    closing.await(TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
                }
                deliverOldest();
            }
        } catch (InterruptedException e) {
            LOG.log(
                    Level.WARNING,
                    "The delivery of call records was interrupted; the rest waits for the next start",
                    e);
        } finally {
            stopped.countDown();
        }
    }

    private void deliverOldest() throws InterruptedException {
        try {
            List<Spooled> oldest = backlog.oldest(MOST_TOGETHER);
            int done = oldest.isEmpty() ? 0 : deliver(oldest);
            moreWait = done > 0 && (done < oldest.size() || done == MOST_TOGETHER);
        } catch (IOException e) {
            failures++;
            LOG.log(Level.SEVERE, "The spool cannot be read", e);
            pause();
        }
    }

    /** All of them together; when they are refused, the first alone, so that one bad record keeps back no others. */
    private int deliver(List<Spooled> oldest) throws IOException, InterruptedException {
        if (failures == 0 && oldest.size() > 1 && taken(oldest)) {
            backlog.done(oldest);
            return oldest.size();
        }
        return deliverFirst(oldest);
    }

    /** When it has failed often, and fails between others that are taken, the fault is its own. */
    private int deliverFirst(List<Spooled> oldest) throws IOException, InterruptedException {
        if (taken(oldest.subList(0, 1))) {
            backlog.done(oldest.subList(0, 1));
            failures = 0;
            return 1;
        }
        failures++;
        if (failures >= TRIES_BEFORE_DOUBT && oldest.size() > 1 && taken(oldest.subList(1, 2))) {
            if (!taken(oldest.subList(0, 1))) {
                LOG.severe("A call record is refused while others are taken; it is put aside until the next start");
                backlog.putAside(oldest.get(0));
            }
            backlog.done(oldest.subList(0, 2));
            failures = 0;
            return 2;
        }
        pause();
        return 0;
    }

    private boolean taken(List<Spooled> records) {
        try {
            List<CallRecord> calls = new ArrayList<>(records.size());
            for (Spooled one : records) {
                calls.add(one.record());
            }
            business.accept(calls);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Call records were not taken and are offered again: {0}", e.toString());
            return false;
        }
    }

    private void pause() throws InterruptedException {
        if (isClosing()) {
            closingDeadline = System.nanoTime();
        }
        closing.await(backoff.after(failures).toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean mayDeliver() {
        return !isClosing() || closingDeadline - System.nanoTime() > 0;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}
