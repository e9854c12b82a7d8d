package ro.clickphone.pbx.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * Whose pages must look again, told a little later and once, however many calls an account has in that while. One
 * asynchronous event for each turn of each call cost more than deciding the calls did, and to give the container a task
 * for each while costs as much again: it looks through every jar for what to hand on to the task. So there is one task.
 */
final class Announcements {
    private static final Logger LOG = Logger.getLogger(Announcements.class.getName());

    private final Set<AccountId> pending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Consumer<Runnable> often;
    private final Consumer<AccountId> pages;

    /** @param often runs its task every so often from now on, on another thread; it may refuse by an exception */
    Announcements(Consumer<Runnable> often, Consumer<AccountId> pages) {
        this.often = often;
        this.pages = pages;
    }

    void changed(AccountId account) {
        pending.add(account);
        if (begun.get() || !begun.compareAndSet(false, true)) {
            return;
        }
        try {
            often.accept(this::announce);
        } catch (RuntimeException e) {
            begun.set(false);
            LOG.log(Level.FINE, "Pages are not told of " + account, e);
        }
    }

    /** What changes from here on is told the next time, so nothing is told with an older state than it has. */
    private void announce() {
        for (AccountId account : pending) {
            pending.remove(account);
            try {
                pages.accept(account);
            } catch (RuntimeException e) {
                LOG.log(Level.FINE, "A page of " + account + " was not told", e);
            }
        }
    }
}
