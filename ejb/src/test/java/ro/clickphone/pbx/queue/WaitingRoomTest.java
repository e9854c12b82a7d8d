package ro.clickphone.pbx.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.queue.WaitingRoom.Command;
import ro.clickphone.pbx.queue.WaitingRoom.Event;

class WaitingRoomTest {
    private static final ExtensionNumber IONESCU = new ExtensionNumber(100);
    private static final ExtensionNumber TEHNIC = new ExtensionNumber(104);
    private static final ExtensionNumber SALES = new ExtensionNumber(102);
    /** Manual, item 98. */
    private static final QueueSettings QUEUE = QueueSettings.linear(List.of(IONESCU, TEHNIC));

    private static final Instant NINE = Instant.parse("2026-11-23T07:00:00Z");

    private final WaitingRoom room = new WaitingRoom(new Random(7));
    private final CallId first = CallId.random();
    private final CallId second = CallId.random();

    @Test
    void first_of_the_list_rings_item_99() {
        assertThat(waits(first, 0, Set.of(IONESCU, TEHNIC))).containsExactly(ring(first, 0, IONESCU));
    }

    @Test
    void list_order_is_the_ring_order_whatever_the_numbers_item_99() {
        QueueSettings turned = QueueSettings.linear(List.of(TEHNIC, IONESCU));
        assertThat(room.on(new Event.CallerWaits(first, NINE), turned, Staff.idle(Set.of(IONESCU, TEHNIC)), NINE))
                .containsExactly(ring(first, 0, TEHNIC));
    }

    @Test
    void next_of_the_list_rings_when_the_first_declines() {
        waits(first, 0, Set.of(IONESCU, TEHNIC));
        assertThat(back(first, 3, Set.of(IONESCU, TEHNIC))).containsExactly(ring(first, 0, TEHNIC));
    }

    @Test
    void agent_is_not_rung_twice_while_another_is_free() {
        waits(first, 0, Set.of(IONESCU, TEHNIC));
        // the first agent's rest is over long since, and still it is the other's turn
        assertThat(back(first, 20, Set.of(IONESCU, TEHNIC))).containsExactly(ring(first, 0, TEHNIC));
        assertThat(back(first, 40, Set.of(IONESCU, TEHNIC))).containsExactly(ring(first, 0, IONESCU));
    }

    @Test
    void phone_that_declines_by_itself_is_left_alone_for_a_while() {
        waits(first, 0, Set.of(IONESCU));
        assertThat(back(first, 1, Set.of(IONESCU))).containsExactly(new Command.WakeAt(NINE.plusSeconds(6)));
        assertThat(look(5, Set.of(IONESCU))).containsExactly(new Command.WakeAt(NINE.plusSeconds(6)));
        assertThat(look(6, Set.of(IONESCU))).containsExactly(ring(first, 0, IONESCU));
    }

    @Test
    void caller_waits_while_all_agents_talk_and_is_served_when_one_is_free_item_95() {
        assertThat(waits(first, 0, Set.of())).isEmpty();
        assertThat(look(60, Set.of(TEHNIC))).containsExactly(ring(first, 0, TEHNIC));
    }

    @Test
    void caller_keeps_place_when_agent_declines() {
        waits(first, 0, Set.of(IONESCU));
        waits(second, 1, Set.of());
        back(first, 10, Set.of());
        assertThat(look(20, Set.of(TEHNIC))).containsExactly(ring(first, 0, TEHNIC));
        assertThat(room.inOrder()).containsExactly(first, second);
    }

    @Test
    void second_caller_gets_the_second_agent() {
        waits(first, 0, Set.of(IONESCU, TEHNIC));
        assertThat(waits(second, 1, Set.of(IONESCU, TEHNIC))).containsExactly(ring(second, 1, TEHNIC));
    }

    @Test
    void agent_who_rings_is_not_offered_again_though_the_engine_has_not_told_yet() {
        waits(first, 0, Set.of(IONESCU));
        assertThat(waits(second, 1, Set.of(IONESCU))).isEmpty();
    }

    @Test
    void abandoned_caller_frees_the_agent_for_the_next() {
        waits(first, 0, Set.of(IONESCU));
        waits(second, 1, Set.of());
        assertThat(left(first, 5, Set.of(IONESCU))).containsExactly(ring(second, 1, IONESCU));
        assertThat(room.inOrder()).containsExactly(second);
    }

    @Test
    void agent_taken_off_the_list_is_not_rung() {
        assertThat(room.on(new Event.CallerWaits(first, NINE), QUEUE, Staff.idle(Set.of(SALES)), NINE))
                .isEmpty();
    }

    @Test
    void room_is_empty_when_the_last_caller_left() {
        waits(first, 0, Set.of(IONESCU));
        left(first, 1, Set.of());
        assertThat(room.isEmpty()).isTrue();
    }

    @Test
    void caller_who_hears_an_announcement_while_an_agent_rings_has_not_been_let_down() {
        waits(first, 0, Set.of(IONESCU, TEHNIC));
        assertThat(waits(first, 30, Set.of(IONESCU, TEHNIC))).isEmpty();
        assertThat(room.agentsOf(first)).containsExactly(IONESCU);
    }

    @Test
    void agent_wraps_up_before_the_next_caller_rings() {
        QueueSettings settings = wrappingUp(Duration.ofSeconds(30));
        room.on(new Event.CallerWaits(first, NINE), settings, Staff.idle(Set.of(IONESCU)), NINE);
        room.on(new Event.AgentAnswered(first, IONESCU), settings, Staff.NOBODY, NINE.plusSeconds(5));
        room.on(new Event.CallerWaits(second, NINE.plusSeconds(6)), settings, Staff.NOBODY, NINE.plusSeconds(6));
        Staff free = Staff.idle(Set.of(IONESCU));
        assertThat(room.on(new Event.CallerLeft(first), settings, free, NINE.plusSeconds(65)))
                .containsExactly(new Command.WakeAt(NINE.plusSeconds(95)));
        assertThat(room.on(new Event.LookAgain(), settings, free, NINE.plusSeconds(94)))
                .containsExactly(new Command.WakeAt(NINE.plusSeconds(95)));
        assertThat(room.on(new Event.LookAgain(), settings, free, NINE.plusSeconds(95)))
                .containsExactly(ring(second, 6, IONESCU));
    }

    @Test
    void agents_who_rang_together_are_free_when_one_has_answered() {
        QueueSettings all = QueueSettings.of(QueueStrategy.RINGALL, List.of(IONESCU, TEHNIC));
        Staff both = Staff.idle(Set.of(IONESCU, TEHNIC));
        assertThat(room.on(new Event.CallerWaits(first, NINE), all, both, NINE))
                .containsExactly(new Command.Ring(first, NINE, List.of(IONESCU, TEHNIC)));
        room.on(new Event.CallerWaits(second, NINE.plusSeconds(1)), all, both, NINE.plusSeconds(1));
        Staff one = new Staff(Set.of(IONESCU, TEHNIC), Set.of(IONESCU));
        assertThat(room.on(new Event.AgentAnswered(first, TEHNIC), all, one, NINE.plusSeconds(4)))
                .containsExactly(ring(second, 1, IONESCU));
    }

    @Test
    void place_counts_those_who_wait_and_not_those_who_talk() {
        waits(first, 0, Set.of(IONESCU));
        waits(second, 1, Set.of());
        assertThat(room.standing(second, Staff.NOBODY).place()).isEqualTo(2);
        room.on(new Event.AgentAnswered(first, IONESCU), QUEUE, Staff.NOBODY, NINE.plusSeconds(5));
        assertThat(room.standing(second, Staff.NOBODY).place()).isEqualTo(1);
        assertThat(room.standing(CallId.random(), Staff.NOBODY).place()).isEqualTo(2);
    }

    @Test
    void wait_is_estimated_from_the_calls_before_and_shared_out_among_those_on_duty() {
        assertThat(room.standing(second, Staff.idle(Set.of(IONESCU))).estimatedWait())
                .as("nobody was served yet")
                .isEmpty();
        waits(first, 0, Set.of(IONESCU));
        room.on(new Event.AgentAnswered(first, IONESCU), QUEUE, Staff.NOBODY, NINE);
        left(first, 120, Set.of());
        waits(second, 121, Set.of());
        Staff two = new Staff(Set.of(IONESCU, TEHNIC), Set.of());
        assertThat(room.standing(CallId.random(), two).estimatedWait()).contains(Duration.ofMinutes(2));
        assertThat(room.standing(second, two).estimatedWait()).contains(Duration.ofMinutes(1));
        assertThat(room.standing(second, Staff.NOBODY).estimatedWait()).isEmpty();
    }

    private static QueueSettings wrappingUp(Duration wrapUp) {
        return new QueueSettings(QUEUE.agents(), QueueStrategy.LINEAR, wrapUp, QueueWait.USUAL);
    }

    private List<Command> waits(CallId call, int second, Set<ExtensionNumber> free) {
        return room.on(
                new Event.CallerWaits(call, NINE.plusSeconds(second)),
                QUEUE,
                Staff.idle(free),
                NINE.plusSeconds(second));
    }

    /** The agent did not take the call: the caller is back, with the time of entering that it always had. */
    private List<Command> back(CallId call, int second, Set<ExtensionNumber> free) {
        return room.on(new Event.CallerReturned(call, NINE), QUEUE, Staff.idle(free), NINE.plusSeconds(second));
    }

    private List<Command> left(CallId call, int second, Set<ExtensionNumber> free) {
        return room.on(new Event.CallerLeft(call), QUEUE, Staff.idle(free), NINE.plusSeconds(second));
    }

    private List<Command> look(int second, Set<ExtensionNumber> free) {
        return room.on(new Event.LookAgain(), QUEUE, Staff.idle(free), NINE.plusSeconds(second));
    }

    private static Command ring(CallId call, int since, ExtensionNumber agent) {
        return new Command.Ring(call, NINE.plusSeconds(since), List.of(agent));
    }
}
