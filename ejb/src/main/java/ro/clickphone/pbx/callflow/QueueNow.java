package ro.clickphone.pbx.callflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.live.Presence;

/** Who is in a customer's exchange, and waits in its queue, right now; for panels. */
@ApplicationScoped
public class QueueNow {
    @Inject
    private WaitingRooms rooms;

    @Inject
    private Channels channels;

    @Inject
    private RoutingPlans plans;

    @Inject
    private LivePresence presence;

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

    /** In the order of their places, those who talk with an agent among them. */
    public List<Caller> callers(AccountId account) {
        return rooms.callers(account);
    }

    /** Callers who talk with nobody yet. */
    public int waiting(AccountId account) {
        return (int) callers(account).stream()
                .filter(caller -> !isTalking(account, caller))
                .count();
    }

    /** Whether an agent has taken the call; otherwise its agents ring. */
    public boolean isTalking(AccountId account, Caller caller) {
        Optional<RoutingPlan> plan = caller.agents().isEmpty() ? Optional.empty() : plans.of(account);
        return plan.filter(known -> caller.agents().stream()
                        .flatMap(agent -> known.extension(agent).stream())
                        .anyMatch(agent -> presence.of(agent.who()).state() == Presence.State.TALKING))
                .isPresent();
    }
}
