package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.callflow.SimulatedCall.Agent;
import ro.clickphone.pbx.callflow.SimulatedCall.Happening;
import ro.clickphone.pbx.callflow.SimulatedCall.Move;
import ro.clickphone.pbx.callflow.SimulatedCall.Scene;
import ro.clickphone.pbx.callflow.SimulatedCall.Why;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.live.Presence;
import ro.clickphone.pbx.schedule.Schedule.DayRule;

class SimulationTest {
    private final Map<String, Presence.State> phones = new HashMap<>();
    private ManualExample customer = new ManualExample();

    @Test
    void caller_in_hours_hears_the_main_menu_and_waits_for_a_key() {
        SimulatedCall call = walk(ManualExample.OPEN);
        assertThat(call.hours().isOpen()).isTrue();
        assertThat(call.hours().rule()).isEqualTo(new DayRule.Weekly());
        assertThat(last(call)).isInstanceOfSatisfying(SimulatedCall.Menu.class, menu -> {
            assertThat(menu.keys()).containsExactly('1', '2', '3');
            assertThat(menu.prompts()).containsExactly(ManualExample.message("menu-main-demo"));
        });
        assertThat(stops(call)).containsExactly("hours:open", "menu:0");
    }

    @Test
    void caller_out_of_hours_hears_the_closing_words_and_is_let_go() {
        SimulatedCall call = walk(ManualExample.CLOSED);
        assertThat(call.hours().isOpen()).isFalse();
        assertThat(call.scenes().get(0).happening())
                .isEqualTo(new SimulatedCall.Words(List.of(ManualExample.message("closed-demo"))));
        assertThat(last(call)).isEqualTo(new SimulatedCall.Over(SimulatedCall.End.LET_GO, 0));
    }

    @Test
    void silent_caller_hears_the_menu_again_and_in_the_end_the_queue() {
        online(100);
        SimulatedCall call = walk(
                ManualExample.OPEN, new Move.Silence(), new Move.Silence(), new Move.Silence(), new Move.Silence());
        assertThat(stops(call)).contains("key:t", "way-out", "queue");
    }

    @Test
    void queue_says_of_each_agent_why_he_rings_or_not() {
        online(104);
        SimulatedCall call = walk(ManualExample.OPEN, press('1'), press('2'));
        assertThat(queued(call).agents()).extracting(Agent::why).containsExactly(Why.OFFLINE, Why.RINGS); // 100, 104
        assertThat(last(call)).isInstanceOfSatisfying(SimulatedCall.Rings.class, rings -> assertThat(rings.phones())
                .extracting(phone -> phone.number().value())
                .containsExactly(104));
    }

    @Test
    void caller_of_a_queue_without_telephones_is_let_go_after_the_longest_wait() {
        SimulatedCall call = walk(ManualExample.OPEN, press('1'), press('2'));
        assertThat(stops(call)).contains("queue:nobody");
        assertThat(last(call)).isEqualTo(new SimulatedCall.Over(SimulatedCall.End.LET_GO, 0));
    }

    @Test
    void agent_who_does_not_answer_is_followed_by_the_next() {
        online(100);
        online(104);
        SimulatedCall call = walk(ManualExample.OPEN, press('1'), press('2'), new Move.NoAnswer());
        assertThat(stops(call)).containsSubsequence("agent:100", "agent:104");
        assertThat(last(walk(ManualExample.OPEN, press('1'), press('2'), new Move.NoAnswer(), new Move.Answer())))
                .isEqualTo(new SimulatedCall.Over(SimulatedCall.End.TALKED, 0));
    }

    @Test
    void extension_without_a_telephone_goes_by_its_forward_at_once() {
        online(103);
        customer = customer.forward(101, Forward.When.UNAVAILABLE, 103);
        SimulatedCall call = walk(ManualExample.OPEN, press('1'), press('1'));
        assertThat(stops(call)).containsSubsequence("ring:101", "forward:101:unavailable", "ring:103");
        assertThat(last(call)).isInstanceOf(SimulatedCall.Rings.class);
    }

    @Test
    void endless_round_of_a_queue_ends_somewhere() {
        online(100);
        Move[] never = java.util.Collections.nCopies(200, new Move.NoAnswer()).toArray(Move[]::new);
        customer = customer.routedTo(new Destination.Queue());
        assertThat(walk(ManualExample.OPEN, never).scenes()).hasSizeLessThanOrEqualTo(40);
    }

    private SimulatedCall walk(Instant at, Move... moves) {
        RoutingPlan plan = customer.plan();
        return Simulation.walk(
                plan,
                who -> phones.getOrDefault(who.user(), Presence.State.OFFLINE),
                new Nearby(),
                Simulation.imagined(plan, "0216583456", "0310050562", at),
                List.of(moves));
    }

    private void online(int extension) {
        phones.put("53630-" + extension, Presence.State.ONLINE);
    }

    private static Move press(char key) {
        return new Move.Press(key);
    }

    private static Happening last(SimulatedCall call) {
        return call.scenes().get(call.scenes().size() - 1).happening();
    }

    private static SimulatedCall.Queued queued(SimulatedCall call) {
        return call.scenes().stream()
                .map(Scene::happening)
                .filter(SimulatedCall.Queued.class::isInstance)
                .map(SimulatedCall.Queued.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> stops(SimulatedCall call) {
        return call.scenes().stream().flatMap(scene -> scene.stops().stream()).toList();
    }
}
