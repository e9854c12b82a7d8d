package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** Who is in a customer's exchange, and waits in its queue, right now; for panels. */
@ApplicationScoped
public class QueueNow {
    @Inject
    private WaitingRooms rooms;

    @Inject
    private Channels channels;

    /**
     * Somebody who waits, or talks with an agent.
     *
     * @param number as the caller lets it be seen; empty when hidden or unknown
     * @param agents who ring for, or talk with, the caller
     */
    public record Caller(String number, Instant since, Set<ExtensionNumber> agents) {}

    /** Callers from outside who are in the exchange now: they talk, wait, or listen to a menu. */
    public int inside(AccountId account) {
        return channels.taken(account, Channels.Way.IN);
    }

    /** In the order of their places. */
    public List<Caller> callers(AccountId account) {
        return rooms.callers(account);
    }
}
