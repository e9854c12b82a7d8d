package ro.clickphone.pbx.jobs;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that happens by the clock, on one node of the cluster at a time. It may be told twice, and late, with the
 * moment for which it was planned; what it calls must be idempotent.
 *
 * @param name one for ever: it is the job's key in the store
 * @param cron when, as the clocks in Bucharest show it: second, minute, hour, day, month, weekday
 */
record TimedWork(String name, String cron, Act act) {
    /** What is done. */
    interface Act {
        void at(Instant planned);
    }

    TimedWork {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(cron, "cron");
        Objects.requireNonNull(act, "act");
    }
}
