package ro.clickphone.rar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.SecurityEvent;
import ro.clickphone.engine.api.SipEngineListener;

/**
 * What is told by best effort, in the order in which it happened: a panel that hears of the end of a leg before its
 * beginning would show it for ever. A call has ten turns of its legs, and each way into the container costs more than the
 * turn does: those of a moment go together. News that finds no room is lost, and counted.
 */
final class News {
    private static final Logger LOG = Logger.getLogger(News.class.getName());
    private static final int ROOM = 20_000;
    private static final int MOST_TOGETHER = 1000;
    /** Nobody sees a lamp change later by so little. */
    private static final long TOGETHER_MILLIS = 25;

    private final SipEngineListener business;
    private final BlockingQueue<Piece> waiting = new ArrayBlockingQueue<>(ROOM);
    private final AtomicLong lost = new AtomicLong();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private sealed interface Piece {
        record Leg(LegEvent event) implements Piece {}

        record Security(SecurityEvent event) implements Piece {}

        record Last() implements Piece {}
    }

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
    void leg(LegEvent event) {
        add(new Piece.Leg(event));
    }

    /** Returns at once. */
    void security(SecurityEvent event) {
        add(new Piece.Security(event));
    }

    private void add(Piece piece) {
        if (!waiting.offer(piece) && lost.getAndIncrement() % ROOM == 0) {
            LOG.warning("The business is too slow for the news of its calls; " + lost + " were lost so far");
        }
    }

    /** Tells what waits, for at most so long, and ends. */
    void close(Duration patience) {
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            if (!waiting.offer(new Piece.Last(), patience.toNanos(), TimeUnit.NANOSECONDS)
                    || !stopped.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warning("The last news of calls were not told");
                waiting.clear();
                waiting.add(new Piece.Last());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Piece> some = new ArrayList<>();
        try {
            do {
                some.clear();
                some.add(waiting.take());
                TimeUnit.MILLISECONDS.sleep(TOGETHER_MILLIS);
                waiting.drainTo(some, MOST_TOGETHER);
                tellAll(some);
            } while (some.stream().noneMatch(Piece.Last.class::isInstance));
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "News of calls are not told any more", e);
        } finally {
            stopped.countDown();
        }
    }

    private void tellAll(List<Piece> some) {
        List<LegEvent> legs = new ArrayList<>(some.size());
        for (Piece piece : some) {
            if (piece instanceof Piece.Leg leg) {
                legs.add(leg.event());
            } else if (piece instanceof Piece.Security security) {
                tell(listener -> listener.securityEvent(security.event()));
            }
        }
        if (!legs.isEmpty()) {
            tell(listener -> listener.legsChanged(legs));
        }
    }

    private void tell(Consumer<SipEngineListener> news) {
        try {
            news.accept(business);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "News of a call was not taken: {0}", e.toString());
        }
    }
}
