package ro.clickphone.rar;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ro.clickphone.engine.api.DecisionUnavailableException;

/**
 * Lets no more asks into the business at a time than its bean pool holds beans. Payara's pool does not queue: an ask
 * that finds no bean fails at once, so the waiting is done here, and briefly, because a caller is listening.
 */
final class Gate {
    private final Semaphore permits;
    private final Duration patience;

    Gate(int permits, Duration patience) {
        this.permits = new Semaphore(permits);
        this.patience = patience;
    }

    /**
     * Waits for a permit and takes it; closing the pass gives it back.
     *
     * @throws DecisionUnavailableException when none was free in time, or the thread was interrupted
     */
    Pass enter() {
        try {
            if (permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return permits::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DecisionUnavailableException("interrupted at the gate", e);
        }
        throw new DecisionUnavailableException("the business is at its limit of decisions at a time");
    }

    /** A permit held; to be closed exactly once. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }
}
