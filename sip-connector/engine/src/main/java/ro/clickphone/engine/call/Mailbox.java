package ro.clickphone.engine.call;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.rtp.WakeUps;

/**
 * All that happens to one call, one thing at a time, in the order in which it came. The legs of a call have different
 * Call-IDs, so no order of the SIP stack's would do. A letter waits for nothing: the thread that reads it may be the one
 * that receives ({@link Round}).
 */
public final class Mailbox implements Executor {
    private static final Logger LOG = Logger.getLogger(Mailbox.class.getName());

    private final Queue<Runnable> letters = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Executor threads;

    public Mailbox(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable letter) {
        letters.add(letter);
        if (waiting.getAndIncrement() == 0) {
            handOver();
        }
    }

    /** Threads that take no more work (a container's, at its limit) must not silence the mailbox for ever. */
    private void handOver() {
        Runnable drain = this::drain;
        if (Round.takes(drain)) {
            return;
        }
        try {
            threads.execute(drain);
        } catch (RejectedExecutionException e) {
            int lost = 0;
            do {
                letters.poll();
                lost++;
            } while (waiting.decrementAndGet() > 0);
            LOG.log(Level.WARNING, "{0} events dropped: {1}", new Object[] {lost, e.getMessage()});
        }
    }

    /** Some letters only, so that a busy call does not keep a thread from the others. */
    private void drain() {
        for (int done = 0; done < 32; done++) {
            read(letters.poll());
            if (waiting.decrementAndGet() == 0) {
                return;
            }
        }
        handOver();
    }

    private static void read(Runnable letter) {
        try {
            WakeUps.gathered(letter);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "An event of a call failed", e);
        }
    }
}
