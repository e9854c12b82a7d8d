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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.pbx.extension.SipUser;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.live.LivePresence;
import ro.clickphone.pbx.queue.Staff;
import ro.clickphone.pbx.queue.Standing;
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
    private Present present;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService later;

    /** One account's room; its own lock, so events come one at a time. */
    private static final class Room {
        private final WaitingRoom waiting = new WaitingRoom(RandomGenerator.of("L64X128MixRandom"));
        private final Map<CallId, Position> positions = new HashMap<>();
    }

    private record Redirection(CallId call, CallStep step) {}

    /** The flow decided: the caller waits now, waits again, or waits no longer. */
    void moved(CallId call, Optional<Position> from, Position to) {
        if (to.place() instanceof Place.Waiting waiting) {
            whose.put(call, to.account());
            Room room = rooms.computeIfAbsent(to.account(), account -> new Room());
            synchronized (room) {
                room.positions.put(call, to);
            }
            boolean inVain = from.filter(position -> position.place() instanceof Place.Offered)
                    .isPresent();
            happened(
                    to.account(),
                    inVain
                            ? new Event.CallerReturned(call, waiting.since())
                            : new Event.CallerWaits(call, waiting.since()));
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

    /** An agent took a caller of the queue, perhaps. */
    void told(LegEvent event) {
        AccountId account = whose.get(event.leg().call());
        if (account != null
                && event.leg().number() > 0
                && event.kind() == LegEvent.Kind.TALKING
                && event.party() instanceof Party.Extension agent) {
            SipUser.parse(agent.who().user())
                    .map(SipUser::extension)
                    .ifPresent(extension -> happened(
                            account, new Event.AgentAnswered(event.leg().call(), extension)));
        }
    }

    /** Those devices came or went, rang or hung up. */
    void look(Set<SipIdentity> extensions) {
        Set<AccountId> looked = new HashSet<>(2);
        for (SipIdentity who : extensions) {
            SipUser.parse(who.user())
                    .map(SipUser::account)
                    .filter(rooms::containsKey)
                    .filter(looked::add)
                    .ifPresent(account -> happened(account, new Event.LookAgain()));
        }
    }

    /** Where the call stands, or would if it entered now. */
    Standing standing(AccountId account, CallId call) {
        Room room = rooms.get(account);
        if (room == null) {
            return Standing.FIRST;
        }
        Staff staff = plans.of(account).map(this::staff).orElse(Staff.NOBODY);
        synchronized (room) {
            return room.waiting.standing(call, staff);
        }
    }

    List<QueueNow.Caller> callers(AccountId account) {
        Room room = rooms.get(account);
        if (room == null) {
            return List.of();
        }
        synchronized (room) {
            return room.waiting.inOrder().stream()
                    .filter(room.positions::containsKey)
                    .map(call -> seen(room, call))
                    .toList();
        }
    }

    private static QueueNow.Caller seen(Room room, CallId call) {
        Position position = room.positions.get(call);
        CallerId caller = position.caller();
        return new QueueNow.Caller(
                caller.presentation() == CallerId.Presentation.ALLOWED ? caller.number() : "",
                ((Place.Waiting) position.place()).since(),
                room.waiting.agentsOf(call));
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
            for (Command command : room.waiting.on(event, plan.get().queue(), staff(plan.get()), now)) {
                if (command instanceof Command.Ring ring) {
                    redirections.add(redirection(room, ring, plan.get(), now));
                } else if (command instanceof Command.WakeAt wake) {
                    lookAgain(account, Duration.between(now, wake.moment()));
                }
            }
        }
        redirections.forEach(order -> engine.redirect(order.call(), order.step()));
        presence.callersChanged(account);
    }

    private Redirection redirection(Room room, Command.Ring ring, RoutingPlan plan, Instant now) {
        Position position = room.positions.get(ring.call());
        Moment moment = new Moment(ring.call(), now, present);
        return new Redirection(
                ring.call(),
                CallFlow.offer(position, ring.since(), ring.agents(), plan, moment)
                        .callStep());
    }

    private Staff staff(RoutingPlan plan) {
        Set<ExtensionNumber> onDuty =
                agents(plan, extension -> presence.of(extension).online());
        Set<ExtensionNumber> free = agents(plan, presence::free);
        free.retainAll(onDuty);
        return new Staff(onDuty, free);
    }

    private static Set<ExtensionNumber> agents(RoutingPlan plan, Predicate<SipIdentity> wanted) {
        return plan.queue().extensions().stream()
                .filter(agent -> !plan.paused().contains(agent))
                .filter(agent -> plan.extension(agent)
                        .filter(extension -> !extension.doNotDisturb() && wanted.test(extension.who()))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private void lookAgain(AccountId account, Duration delay) {
        var unused = later.schedule(
                () -> happened(account, new Event.LookAgain()), delay.toMillis() + 1, TimeUnit.MILLISECONDS);
    }
}
