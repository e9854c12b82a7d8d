package ro.clickphone.pbx.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.queue.WaitingRoom.Command;
import ro.clickphone.pbx.queue.WaitingRoom.Event;

/** Whatever happens in whatever order: no caller is lost, no agent has two callers. */
class WaitingRoomPropertiesTest {
    private static final Instant NINE = Instant.parse("2026-11-23T07:00:00Z");
    private static final List<ExtensionNumber> AGENTS =
            IntStream.rangeClosed(100, 104).mapToObj(ExtensionNumber::new).toList();

    record Act(int what, int caller, Set<Integer> free, int secondsLater) {}

    @Property(tries = 500)
    void no_caller_lost_and_no_agent_double_booked(@ForAll("acts") List<Act> acts, @ForAll QueueStrategy strategy) {
        WaitingRoom room = new WaitingRoom(new Random(7));
        Set<CallId> present = new HashSet<>();
        Map<CallId, List<ExtensionNumber>> rung = new HashMap<>();
        Instant now = NINE;
        for (Act act : acts) {
            now = now.plusSeconds(act.secondsLater());
            Set<ExtensionNumber> free = new HashSet<>();
            act.free().forEach(index -> free.add(AGENTS.get(index)));
            Event event = eventOf(act, present, rung, now);
            for (Command command : room.on(event, QueueSettings.of(strategy, AGENTS), Staff.idle(free), now)) {
                if (command instanceof Command.Ring ring) {
                    assertThat(free).as("rung while not free").containsAll(ring.agents());
                    assertThat(rung.values().stream().flatMap(List::stream))
                            .as("agent rung twice")
                            .doesNotContainAnyElementsOf(ring.agents());
                    assertThat(rung).as("caller offered twice").doesNotContainKey(ring.call());
                    rung.put(ring.call(), ring.agents());
                }
            }
            assertThat(room.inOrder()).containsExactlyInAnyOrderElementsOf(present);
            assertThat(rung.keySet()).isSubsetOf(present);
        }
    }

    @Property(tries = 200)
    void everybody_is_served_in_the_end(@ForAll("acts") List<Act> acts) {
        WaitingRoom room = new WaitingRoom(new Random(7));
        Set<CallId> present = new HashSet<>();
        Map<CallId, List<ExtensionNumber>> rung = new HashMap<>();
        Instant now = NINE;
        for (Act act : acts) {
            now = now.plusSeconds(act.secondsLater());
            note(rung, room.on(eventOf(act, present, rung, now), QueueSettings.linear(AGENTS), Staff.NOBODY, now));
        }
        int most = present.size();
        for (int round = 0; round < most; round++) {
            now = now.plusSeconds(60);
            note(
                    rung,
                    room.on(
                            new Event.LookAgain(),
                            QueueSettings.linear(AGENTS),
                            Staff.idle(Set.of(AGENTS.get(0))),
                            now));
            List.copyOf(rung.keySet()).forEach(call -> leave(room, call, present, rung));
        }
        assertThat(present).isEmpty();
        assertThat(room.isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Set<Integer>> free =
                Arbitraries.integers().between(0, AGENTS.size() - 1).set().ofMaxSize(AGENTS.size());
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 7),
                        free,
                        Arbitraries.integers().between(0, 8))
                .as(Act::new)
                .list()
                .ofMaxSize(60);
    }

    private static Event eventOf(Act act, Set<CallId> present, Map<CallId, List<ExtensionNumber>> rung, Instant now) {
        CallId call = new CallId(new UUID(0, act.caller()));
        return switch (act.what()) {
            case 0 -> {
                boolean inVain = rung.remove(call) != null;
                present.add(call);
                yield inVain ? new Event.CallerReturned(call, now) : new Event.CallerWaits(call, now);
            }
            case 1 -> {
                present.remove(call);
                rung.remove(call);
                yield new Event.CallerLeft(call);
            }
            default -> new Event.LookAgain();
        };
    }

    private static void note(Map<CallId, List<ExtensionNumber>> rung, List<Command> commands) {
        commands.forEach(command -> {
            if (command instanceof Command.Ring ring) {
                rung.put(ring.call(), ring.agents());
            }
        });
    }

    private static void leave(
            WaitingRoom room, CallId call, Set<CallId> present, Map<CallId, List<ExtensionNumber>> rung) {
        room.on(new Event.CallerLeft(call), QueueSettings.linear(AGENTS), Staff.NOBODY, NINE);
        present.remove(call);
        rung.remove(call);
    }
}
