package ro.clickphone.rar;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.SipEngineListener;

/**
 * What is told by best effort, one piece after another in the order in which it happened: a panel that hears of the end
 * of a leg before its beginning would show it for ever. News that finds no room is lost, and counted.
 */
final class News {
    private static final Logger LOG = Logger.getLogger(News.class.getName());
    private static final int ROOM = 20_000;

    private final SipEngineListener business;
    private final BlockingQueue<Optional<Consumer<SipEngineListener>>> waiting = new ArrayBlockingQueue<>(ROOM);
    private final AtomicLong lost = new AtomicLong();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private News(SipEngineListener business) {
        this.business = business;
    }

    /** @param work one of its threads is held until the news are closed */
    static News open(SipEngineListener business, Executor work) {
        News news = new News(business);
        work.execute(news::run);
        return news;
    }

    /** Returns at once. */
    void tell(Consumer<SipEngineListener> piece) {
        if (!waiting.offer(Optional.of(piece)) && lost.getAndIncrement() % ROOM == 0) {
            LOG.warning("The business is too slow for the news of its calls; " + lost + " were lost so far");
        }
    }

    /** Tells what waits, for at most so long, and ends. */
    void close(Duration patience) {
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            if (!waiting.offer(Optional.empty(), patience.toNanos(), TimeUnit.NANOSECONDS)
                    || !stopped.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warning("The last news of calls were not told");
                waiting.clear();
                waiting.add(Optional.empty());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (var piece = waiting.take(); piece.isPresent(); piece = waiting.take()) {
                tellNow(piece.get());
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "News of calls are not told any more", e);
        } finally {
            stopped.countDown();
        }
    }

    private void tellNow(Consumer<SipEngineListener> piece) {
        try {
            piece.accept(business);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "News of a call was not taken: {0}", e.toString());
        }
    }
}
