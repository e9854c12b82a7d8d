package ro.clickphone.engine.call;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The thread that brings news to calls empties the mailboxes that it filled, once it has done with the packet or the
 * answer and holds no lock any more: to hand each letter to another thread would cost two changes of thread, and a call
 * gets about ten letters.
 */
public final class Round {
    /** Of one round; what is filled beyond goes to other threads, so that the next packet is read in time. */
    private static final int MOST_MAILBOXES = 64;

    private static final ThreadLocal<Round> OF_THREAD = ThreadLocal.withInitial(Round::new);

    private final Queue<Runnable> filled = new ArrayDeque<>();
    private boolean open;
    private int taken;

    private Round() {}

    /** Brings the news, then empties the mailboxes that this filled. News must not wait for what is in a mailbox. */
    public static void with(Runnable news) {
        Round mine = OF_THREAD.get();
        if (mine.open) {
            news.run();
            return;
        }
        mine.open = true;
        try {
            news.run();
        } finally {
            mine.end();
        }
    }

    private void end() {
        try {
            for (Runnable drain = filled.poll(); drain != null; drain = filled.poll()) {
                drain.run();
            }
        } finally {
            open = false;
            taken = 0;
        }
    }

    /** @return false when this thread is on no round, or on a long one: another is to empty the mailbox */
    static boolean takes(Runnable drain) {
        Round mine = OF_THREAD.get();
        if (!mine.open || mine.taken >= MOST_MAILBOXES) {
            return false;
        }
        mine.taken++;
        return mine.filled.add(drain);
    }
}
