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
 * asynchronous event for each turn of each call cost more than deciding the calls did.
 */
final class Announcements {
    private static final Logger LOG = Logger.getLogger(Announcements.class.getName());

    private final Set<AccountId> pending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final Consumer<Runnable> later;
    private final Consumer<AccountId> pages;

    /** @param later runs its task once, after a while, on another thread; it may refuse by an exception */
    Announcements(Consumer<Runnable> later, Consumer<AccountId> pages) {
        this.later = later;
        this.pages = pages;
    }

    void changed(AccountId account) {
        pending.add(account);
        if (!due.compareAndSet(false, true)) {
            return;
        }
        try {
            later.accept(this::announce);
        } catch (RuntimeException e) {
            due.set(false);
            LOG.log(Level.FINE, "Pages are not told of " + account, e);
        }
    }

    /** What changes from here on is due anew, so nothing is told with an older state than it has. */
    private void announce() {
        due.set(false);
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
