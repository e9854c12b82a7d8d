package ro.clickphone.pbx.callflow;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.extension.SipUser;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.queue.WaitingRoom;
import ro.clickphone.pbx.queue.WaitingRoom.Command;
import ro.clickphone.pbx.queue.WaitingRoom.Event;

/** The waiting rooms of this node's accounts: hands each the events of its calls and agents, and gives its orders. */
@ApplicationScoped
class WaitingRooms {
    private final Map<AccountId, Room> rooms = new ConcurrentHashMap<>();
    private final Map<CallId, AccountId> whose = new ConcurrentHashMap<>();

    @Inject
    private RoutingPlans plans;

    @Inject
    private LivePresence presence;

    @Inject
    private EngineLine engine;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService later;

    /** One account's room; its own lock, so events come one at a time. */
    private static final class Room {
        private final WaitingRoom waiting = new WaitingRoom();
        private final Map<CallId, Position> positions = new HashMap<>();
    }

    private record Redirection(CallId call, CallStep step) {}

    /** The flow decided: the caller waits now, or no longer. */
    void moved(CallId call, Position position) {
        if (position.place() instanceof Place.Waiting waiting) {
            whose.put(call, position.account());
            Room room = rooms.computeIfAbsent(position.account(), account -> new Room());
            synchronized (room) {
                room.positions.put(call, position);
            }
            happened(position.account(), new Event.CallerWaits(call, waiting.since()));
        } else {
            left(call);
        }
    }

    void left(CallId call) {
        AccountId account = whose.remove(call);
        if (account != null) {
            happened(account, new Event.CallerLeft(call));
        }
    }

    /** Those devices came or went, rang or hung up. */
    void look(Set<SipIdentity> extensions) {
        extensions.stream()
                .flatMap(who -> SipUser.parse(who.user()).stream())
                .map(SipUser::account)
                .distinct()
                .filter(rooms::containsKey)
                .forEach(account -> happened(account, new Event.LookAgain()));
    }

    void planReplaced(@Observes PlanReplaced event) {
        if (rooms.containsKey(event.account())) {
            happened(event.account(), new Event.LookAgain());
        }
    }

    private void happened(AccountId account, Event event) {
        Optional<RoutingPlan> plan = plans.of(account);
        if (plan.isEmpty()) {
            return;
        }
        Room room = rooms.computeIfAbsent(account, id -> new Room());
        List<Redirection> redirections = new ArrayList<>();
        synchronized (room) {
            if (event instanceof Event.CallerLeft left) {
                room.positions.remove(left.call());
            }
            Instant now = clock.instant();
            for (Command command : room.waiting.on(event, plan.get().queue(), free(plan.get()), now)) {
                if (command instanceof Command.Ring ring) {
                    redirections.add(redirection(room, ring, plan.get(), now));
                } else if (command instanceof Command.WakeAt wake) {
                    lookAgain(account, Duration.between(now, wake.moment()));
                }
            }
        }
        redirections.forEach(order -> engine.redirect(order.call(), order.step()));
    }

    private static Redirection redirection(Room room, Command.Ring ring, RoutingPlan plan, Instant now) {
        Position position = room.positions.get(ring.call());
        return new Redirection(
                ring.call(),
                CallFlow.offer(position, ring.since(), ring.agent(), plan, now).callStep());
    }

    private Set<ExtensionNumber> free(RoutingPlan plan) {
        return plan.queue().agents().stream()
                .filter(agent -> plan.extension(agent)
                        .filter(extension -> presence.free(extension.who()))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void lookAgain(AccountId account, Duration delay) {
        var unused = later.schedule(
                () -> happened(account, new Event.LookAgain()), delay.toMillis() + 1, TimeUnit.MILLISECONDS);
    }
}
