package ro.clickphone.pbx.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.queue.WaitingRoom.Command;
import ro.clickphone.pbx.queue.WaitingRoom.Event;

/**
 * Each strategy with four agents and twenty callers. What rang is compared with the definition, written down here a second
 * time and in another way: as what an observer with a notebook would expect.
 */
class StrategyTest {
    private static final Instant NINE = Instant.parse("2026-11-23T07:00:00Z");
    private static final ExtensionNumber A = new ExtensionNumber(104);
    private static final ExtensionNumber B = new ExtensionNumber(100);
    private static final ExtensionNumber C = new ExtensionNumber(103);
    private static final ExtensionNumber D = new ExtensionNumber(101);
    /** The list's order is not that of the numbers. */
    private static final List<ExtensionNumber> LIST = List.of(A, B, C, D);

    private static final int CALLERS = 20;

    private final WaitingRoom room = new WaitingRoom(new Random(42));
    private final Set<ExtensionNumber> busy = new TreeSet<>();
    private Instant now = NINE;

    @Test
    void linear_always_begins_with_the_first_who_is_free() {
        List<ExtensionNumber> order = answeredOneAfterTheOther(QueueStrategy.LINEAR, Set.of());
        assertThat(order).hasSize(CALLERS).containsOnly(A);
        assertThat(answeredOneAfterTheOther(QueueStrategy.LINEAR, Set.of(A))).containsOnly(B);
    }

    @Test
    void linear_goes_down_the_list_while_nobody_answers_and_begins_anew() {
        assertThat(nobodyAnswers(QueueStrategy.LINEAR, 8)).containsExactly(A, B, C, D, A, B, C, D);
    }

    @Test
    void leastrecent_rings_whose_last_call_ended_longest_ago() {
        Map<ExtensionNumber, Instant> ended = new HashMap<>();
        List<ExtensionNumber> expected = new ArrayList<>();
        List<ExtensionNumber> order = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            expected.add(longestIdle(ended));
            ExtensionNumber agent = answered(QueueStrategy.LEASTRECENT, 10 + caller % 3);
            order.add(agent);
            ended.put(agent, now);
        }
        assertThat(order).isEqualTo(expected);
        assertThat(order.subList(0, 5)).containsExactly(A, B, C, D, A);
    }

    @Test
    void leastrecent_does_not_ring_the_silent_phone_for_ever() {
        assertThat(nobodyAnswers(QueueStrategy.LEASTRECENT, 5)).containsExactly(A, B, C, D, A);
    }

    @Test
    void fewestcalls_rings_who_took_the_fewest() {
        busy.addAll(List.of(A, B, C));
        IntStream.range(0, 3).forEach(caller -> assertThat(answered(QueueStrategy.FEWESTCALLS, 20))
                .isEqualTo(D));
        busy.clear();
        Map<ExtensionNumber, Integer> taken = new HashMap<>(Map.of(A, 0, B, 0, C, 0, D, 3));
        for (int caller = 3; caller < CALLERS; caller++) {
            ExtensionNumber expected = LIST.get(0);
            for (ExtensionNumber agent : LIST) {
                expected = taken.get(agent) < taken.get(expected) ? agent : expected;
            }
            assertThat(answered(QueueStrategy.FEWESTCALLS, 20))
                    .as("caller %s", caller)
                    .isEqualTo(expected);
            taken.merge(expected, 1, Integer::sum);
        }
        assertThat(taken.values()).containsOnly(5);
    }

    @Test
    void fewestcalls_does_not_ring_the_silent_phone_for_ever() {
        assertThat(nobodyAnswers(QueueStrategy.FEWESTCALLS, 5)).containsExactly(A, B, C, D, A);
    }

    @Test
    void rrmemory_takes_turns_and_who_was_busy_at_his_turn_is_next() {
        assertThat(rounds(QueueStrategy.RRMEMORY, 6)).containsExactly(A, B, C, D, A, B);
        busy.add(C);
        assertThat(rounds(QueueStrategy.RRMEMORY, 2)).containsExactly(D, A);
        busy.clear();
        assertThat(rounds(QueueStrategy.RRMEMORY, 12)).startsWith(C, B, D, A, C).hasSize(12);
    }

    @Test
    void rrordered_keeps_the_customers_order_and_who_was_busy_waits_a_round() {
        assertThat(rounds(QueueStrategy.RRORDERED, 6)).containsExactly(A, B, C, D, A, B);
        busy.add(C);
        assertThat(rounds(QueueStrategy.RRORDERED, 2)).containsExactly(D, A);
        busy.clear();
        assertThat(rounds(QueueStrategy.RRORDERED, 12))
                .startsWith(B, C, D, A, B)
                .hasSize(12);
    }

    @Test
    void ringall_rings_all_who_are_free_and_the_second_caller_waits_for_the_others() {
        CallId first = CallId.random();
        CallId second = CallId.random();
        busy.add(B);
        assertThat(rung(enter(first, QueueStrategy.RINGALL))).containsExactly(A, C, D);
        assertThat(enter(second, QueueStrategy.RINGALL)).isEmpty();
        busy.add(C);
        assertThat(rung(on(new Event.AgentAnswered(first, C), QueueStrategy.RINGALL)))
                .containsExactly(A, D);
    }

    @Test
    void ringall_serves_twenty_callers_in_the_order_of_their_coming() {
        List<CallId> callers =
                IntStream.range(0, CALLERS).mapToObj(i -> CallId.random()).toList();
        List<Command.Ring> rings = new ArrayList<>();
        callers.forEach(call -> {
            rings.addAll(ringsOf(enter(call, QueueStrategy.RINGALL)));
            now = now.plusSeconds(1);
        });
        for (int served = 0; served < CALLERS; served++) {
            CallId call = rings.get(served).call();
            assertThat(rings.get(served).agents()).containsExactly(A, B, C, D);
            busy.addAll(LIST);
            on(new Event.AgentAnswered(call, A), QueueStrategy.RINGALL);
            now = now.plusSeconds(30);
            busy.clear();
            rings.addAll(ringsOf(on(new Event.CallerLeft(call), QueueStrategy.RINGALL)));
        }
        assertThat(rings.stream().map(Command.Ring::call)).isEqualTo(callers);
    }

    @Test
    void random_gives_each_agent_an_equal_share() {
        Map<ExtensionNumber, Long> shares = shares(QueueSettings.of(QueueStrategy.RANDOM, LIST), 4000);
        assertThat(shares.keySet()).containsExactlyInAnyOrderElementsOf(LIST);
        shares.values().forEach(share -> assertThat(share).isCloseTo(1000L, within(120L)));
    }

    @Test
    void wrandom_prefers_who_has_the_smaller_penalty_as_the_lots_say() {
        QueueSettings settings = new QueueSettings(
                List.of(new QueueAgent(A, 0), new QueueAgent(B, 1)),
                QueueStrategy.WRANDOM,
                Duration.ZERO,
                QueueWait.USUAL);
        // lots of A lie in 0…1000, those of B in 0…2000: A wins when B is above 1000, and half of the other times
        assertThat(shares(settings, 4000).get(A)).isCloseTo(3000L, within(120L));
    }

    @ParameterizedTest
    @EnumSource(value = QueueStrategy.class, mode = Mode.EXCLUDE, names = "RINGALL")
    void nobody_is_rung_twice_for_a_caller_while_others_are_free(QueueStrategy strategy) {
        for (int round = 0; round < CALLERS / LIST.size(); round++) {
            assertThat(nobodyAnswers(strategy, LIST.size())).containsExactlyInAnyOrderElementsOf(LIST);
        }
    }

    @ParameterizedTest
    @EnumSource(QueueStrategy.class)
    void who_is_busy_is_never_rung(QueueStrategy strategy) {
        busy.addAll(List.of(A, C));
        for (int caller = 0; caller < CALLERS; caller++) {
            CallId call = CallId.random();
            assertThat(rung(enter(call, strategy))).isSubsetOf(B, D).isNotEmpty();
            now = now.plusSeconds(10);
            on(new Event.CallerLeft(call), strategy);
        }
    }

    /** One caller, let down by each who is rung; each next is rung when the rests are over. */
    private List<ExtensionNumber> nobodyAnswers(QueueStrategy strategy, int rings) {
        CallId call = CallId.random();
        List<ExtensionNumber> order = new ArrayList<>(rung(enter(call, strategy)));
        Instant entered = now;
        while (order.size() < rings) {
            now = now.plusSeconds(20);
            order.addAll(rung(on(new Event.CallerReturned(call, entered), strategy)));
            now = now.plus(WaitingRoom.REST);
            order.addAll(rung(on(new Event.LookAgain(), strategy)));
        }
        now = now.plusSeconds(20);
        on(new Event.CallerLeft(call), strategy);
        return order;
    }

    private List<ExtensionNumber> answeredOneAfterTheOther(QueueStrategy strategy, Set<ExtensionNumber> inOtherCalls) {
        busy.addAll(inOtherCalls);
        return rounds(strategy, CALLERS);
    }

    private List<ExtensionNumber> rounds(QueueStrategy strategy, int callers) {
        return IntStream.range(0, callers)
                .mapToObj(caller -> answered(strategy, 15))
                .toList();
    }

    /** A caller comes, is answered, talks and hangs up; then a second passes. */
    private ExtensionNumber answered(QueueStrategy strategy, int seconds) {
        CallId call = CallId.random();
        ExtensionNumber agent = rung(enter(call, strategy)).get(0);
        on(new Event.AgentAnswered(call, agent), strategy);
        now = now.plusSeconds(seconds);
        on(new Event.CallerLeft(call), strategy);
        now = now.plusSeconds(1);
        return agent;
    }

    private Map<ExtensionNumber, Long> shares(QueueSettings settings, int callers) {
        Staff all = Staff.idle(Set.copyOf(settings.extensions()));
        return IntStream.range(0, callers)
                .mapToObj(caller -> {
                    CallId call = CallId.random();
                    List<Command> rings = room.on(new Event.CallerWaits(call, now), settings, all, now);
                    room.on(new Event.CallerLeft(call), settings, all, now);
                    return rung(rings).get(0);
                })
                .collect(Collectors.groupingBy(agent -> agent, Collectors.counting()));
    }

    private ExtensionNumber longestIdle(Map<ExtensionNumber, Instant> ended) {
        ExtensionNumber longest = A;
        for (ExtensionNumber agent : LIST) {
            Instant his = ended.getOrDefault(agent, Instant.EPOCH);
            if (his.isBefore(ended.getOrDefault(longest, Instant.EPOCH))) {
                longest = agent;
            }
        }
        return longest;
    }

    private List<Command> enter(CallId call, QueueStrategy strategy) {
        return on(new Event.CallerWaits(call, now), strategy);
    }

    private List<Command> on(Event event, QueueStrategy strategy) {
        Set<ExtensionNumber> free = new TreeSet<>(LIST);
        free.removeAll(busy);
        return room.on(event, QueueSettings.of(strategy, LIST), new Staff(Set.copyOf(LIST), free), now);
    }

    private static List<ExtensionNumber> rung(List<Command> commands) {
        return ringsOf(commands).stream()
                .flatMap(ring -> ring.agents().stream())
                .toList();
    }

    private static List<Command.Ring> ringsOf(List<Command> commands) {
        return commands.stream()
                .filter(Command.Ring.class::isInstance)
                .map(Command.Ring.class::cast)
                .toList();
    }
}
