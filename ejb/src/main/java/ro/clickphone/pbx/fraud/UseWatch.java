package ro.clickphone.pbx.fraud;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import ro.clickphone.pbx.kernel.AccountId;

/**
 * Sees every call to the public network being placed on this node, and has unusual use looked into beside the call, which
 * never waits for it.
 */
@ApplicationScoped
public class UseWatch {
    private static final Logger LOG = Logger.getLogger(UseWatch.class.getName());
    private static final Duration WINDOW = Duration.ofHours(1);
    /** Calls of an account remembered for an hour; by then every alarm has gone off. */
    private static final int MOST_REMEMBERED = 2_000;

    @Inject
    private AlarmDesk desk;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private final Map<AccountId, Recent> recent = new ConcurrentHashMap<>();

    /** A call to that number is being placed, by whatever way. */
    public void placed(AccountId account, String number) {
        Recent calls = recent.computeIfAbsent(account, any -> new Recent());
        if (calls.add(new PlacedCall(clock.instant(), number))) {
            try {
                var unused = executor.submit(() -> look(account, calls));
            } catch (RejectedExecutionException e) {
                calls.looked();
                LOG.log(Level.WARNING, "unusual use is not looked for now", e);
            }
        }
    }

    private void look(AccountId account, Recent calls) {
        calls.looked();
        try {
            desk.look(account, calls.since(clock.instant().minus(WINDOW)));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "unusual use of " + account + " could not be looked into", e);
        }
    }

    /** The calls of one account in the last hour. */
    private static final class Recent {
        private final Deque<PlacedCall> calls = new ArrayDeque<>();
        private boolean waiting;

        /** @return whether somebody has to look; one look sees all that came before it */
        synchronized boolean add(PlacedCall call) {
            calls.addLast(call);
            if (calls.size() > MOST_REMEMBERED) {
                calls.removeFirst();
            }
            boolean first = !waiting;
            waiting = true;
            return first;
        }

        synchronized void looked() {
            waiting = false;
        }

        synchronized List<PlacedCall> since(Instant start) {
            while (!calls.isEmpty() && calls.peekFirst().at().isBefore(start)) {
                calls.removeFirst();
            }
            return new ArrayList<>(calls);
        }
    }
}
