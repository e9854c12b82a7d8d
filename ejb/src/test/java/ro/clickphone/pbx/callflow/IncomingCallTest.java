package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.clickphone.pbx.callflow.ManualExample.fromOutside;
import static ro.clickphone.pbx.callflow.ManualExample.message;
import static ro.clickphone.pbx.callflow.ManualExample.numbers;
import static ro.clickphone.pbx.callflow.ManualExample.phone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuTree;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.queue.QueueSettings;
import ro.clickphone.pbx.queue.QueueWait;
import ro.clickphone.pbx.recording.RecordingRule.Recorded;

/** A caller from the public network, through hours, menu and queue; the manual's example. */
class IncomingCallTest {
    private final ManualExample customer = new ManualExample();

    @Test
    void message_recorded_for_the_draft_is_heard_in_the_test_call_and_by_no_caller() {
        customer.withNewMessageOfTheMainMenu();
        assertThat(Conversation.of(fromOutside(), customer).heard()).containsExactly(message("menu-main-before"));
        assertThat(Conversation.of(ManualExample.from(100, "**222"), customer).heard())
                .containsExactly(message("test-call"), message("menu-main-demo"));
    }

    @Test
    void caller_in_working_hours_hears_the_main_menu_item_142() {
        Conversation call = Conversation.of(fromOutside(), customer);
        assertThat(call.heard()).containsExactly(message("menu-main-demo"));
        assertThat(call.trail()).isEqualTo("hours:open menu:0");
    }

    @Test
    void caller_who_is_recorded_hears_so_first_and_goes_on_to_the_menu_then() {
        Conversation call = Conversation.of(fromOutside(), customer.recorded(Recorded.RECEIVED));
        assertThat(call.heard()).containsExactly(message("call-recorded"), message("call-recorded-refuse"));
        assertThat(call.trail()).isEmpty();
        call.saysNothing();
        assertThat(call.heard()).containsExactly(message("menu-main-demo"));
        assertThat(call.trail()).isEqualTo("recorded hours:open menu:0");
    }

    @Test
    void caller_who_does_not_want_to_be_recorded_presses_9_and_goes_on_unrecorded() {
        Conversation call = Conversation.of(fromOutside(), customer.recorded(Recorded.RECEIVED))
                .press("9");
        assertThat(call.heard()).containsExactly(message("call-recorded-not"));
        call.heardIt();
        assertThat(call.heard()).containsExactly(message("menu-main-demo"));
        assertThat(call.trail()).isEqualTo("recording:refused hours:open menu:0");
    }

    @Test
    void hasty_caller_whose_key_cut_the_words_off_hears_them_again_before_anything_is_recorded() {
        Conversation call = Conversation.of(fromOutside(), customer.recorded(Recorded.RECEIVED))
                .press("1");
        assertThat(call.heard()).containsExactly(message("call-recorded"));
        assertThat(call.trail()).isEmpty();
        call.heardIt();
        assertThat(call.trail()).isEqualTo("recorded hours:open menu:0");
    }

    @Test
    void
            call_between_extensions_and_to_the_public_network_is_recorded_where_the_customer_wants_it_and_never_one_for_help() {
        customer.recorded(Recorded.RECEIVED);
        assertThat(Conversation.of(ManualExample.from(100, "101"), customer).trail())
                .doesNotContain("recorded");
        assertThat(Conversation.of(ManualExample.from(100, "0723456789"), customer)
                        .trail())
                .doesNotContain("recorded");
        customer.recorded(Recorded.INTERNAL, Recorded.PLACED);
        assertThat(Conversation.of(fromOutside(), customer).trail()).doesNotContain("recorded");
        assertThat(Conversation.of(ManualExample.from(100, "101"), customer).trail())
                .contains("recorded:talk");
        assertThat(Conversation.of(ManualExample.from(100, "0723456789"), customer)
                        .trail())
                .contains("recorded:talk");
        assertThat(Conversation.of(ManualExample.from(100, "112"), customer).trail())
                .doesNotContain("recorded");
    }

    @Test
    void caller_is_still_served_at_17_59_59_and_no_more_at_18_00_00_item_88() {
        Conversation last = Conversation.at(ManualExample.at("2026-11-23T17:59:59"), fromOutside(), customer);
        Conversation late = Conversation.at(ManualExample.at("2026-11-23T18:00:00"), fromOutside(), customer);
        assertThat(last.heard()).containsExactly(message("menu-main-demo"));
        assertThat(late.heard()).containsExactly(message("closed-demo"));
    }

    @Test
    void caller_outside_working_hours_hears_the_message_and_is_let_go_item_92() {
        Conversation call =
                Conversation.at(ManualExample.CLOSED, fromOutside(), customer).heardIt();
        assertThat(call.step()).isEqualTo(new Step.HangUp(HangupCause.NORMAL));
        assertThat(call.trail()).isEqualTo("hours:closed");
    }

    @Test
    void keys_1_and_1_ring_extension_101_items_124_127() {
        Conversation call = Conversation.of(fromOutside(), customer).press("1").press("1");
        assertThat(call.rings()).containsExactly(phone(101));
        assertThat(call.trail()).isEqualTo("hours:open menu:0 key:1 menu:1 key:1 ring:101");
    }

    @Test
    void keys_1_and_3_ring_extension_103_item_129() {
        assertThat(Conversation.of(fromOutside(), customer)
                        .press("1")
                        .press("3")
                        .rings())
                .containsExactly(phone(103));
    }

    @Test
    void keys_2_and_1_ring_extension_102_items_125_130() {
        Conversation call = Conversation.of(fromOutside(), customer).press("2");
        assertThat(call.heard()).containsExactly(message("submenu-2-demo"));
        assertThat(call.press("1").rings()).containsExactly(phone(102));
    }

    @Test
    void keys_2_and_3_ring_extension_103_item_132() {
        assertThat(Conversation.of(fromOutside(), customer)
                        .press("2")
                        .press("3")
                        .rings())
                .containsExactly(phone(103));
    }

    @Test
    void keys_1_and_2_lead_to_the_queue_whose_welcome_is_heard_once_items_91_128() {
        Conversation call = Conversation.of(fromOutside(), customer).press("1").press("2");
        assertThat(call.heard()).containsExactly(message("queue-welcome-demo"));
        call.heardIt();
        assertThat(call.step()).isEqualTo(new Step.Wait(List.of(), Prompt.Music.DEFAULT, QueueWait.USUAL.longest()));
    }

    @Test
    void agent_of_the_queue_rings_and_sees_the_caller_while_the_caller_hears_music() {
        Conversation call = waiting().agentFound(100);
        assertThat(call.rings()).containsExactly(phone(100));
        assertThat(call.dial().callerHears()).isEqualTo(new Step.CallerHears.Music(Prompt.Music.DEFAULT));
        assertThat(call.dial().from().number()).isEqualTo("0216583456");
        assertThat(call.dial().ringTime()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void caller_keeps_place_when_agent_declines() {
        Conversation call = waiting();
        Place before = call.position().place();
        call.agentFound(100).later(Duration.ofSeconds(7)).dialEnds(DialResult.REJECTED);
        assertThat(call.position().place()).isEqualTo(before);
        assertThat(((Step.Wait) call.step()).atMost())
                .isEqualTo(QueueWait.USUAL.longest().minusSeconds(7));
    }

    @Test
    void call_is_over_when_the_agent_has_talked() {
        Conversation call = waiting().agentFound(100).dialEnds(DialResult.TALKED);
        assertThat(call.step()).isEqualTo(new Step.HangUp(HangupCause.NORMAL));
    }

    @Test
    void caller_who_waited_too_long_is_told_so_and_let_go() {
        Conversation call = waiting().later(QueueWait.USUAL.longest()).next(new StepOutcome.WaitEnded());
        assertThat(call.heard()).containsExactly(message("queue-nobody"));
        assertThat(call.heardIt().step()).isEqualTo(new Step.HangUp(HangupCause.NO_ANSWER));
    }

    @Test
    void longest_wait_counts_the_time_in_which_agents_rang_in_vain() {
        Conversation call = waiting()
                .agentFound(100)
                .later(QueueWait.USUAL.longest().plusSeconds(1))
                .dialEnds(DialResult.NO_ANSWER);
        assertThat(call.heard()).containsExactly(message("queue-nobody"));
    }

    @Test
    void wrong_key_is_said_and_the_menu_speaks_again_items_118_120() {
        Conversation call = Conversation.of(fromOutside(), customer).press("1").press("9");
        assertThat(call.heard()).containsExactly(message("invalid-option"), message("submenu-1-demo"));
    }

    @Test
    void silence_makes_the_menu_speak_again_items_119_120() {
        Conversation call = Conversation.of(fromOutside(), customer).press("1").saysNothing();
        assertThat(call.heard()).containsExactly(message("submenu-1-demo"));
    }

    @Test
    void silent_caller_is_sent_to_the_queue_after_three_loops_in_all_item_121() {
        Conversation call = Conversation.of(fromOutside(), customer)
                .saysNothing()
                .press("1")
                .saysNothing()
                .press("8");
        assertThat(call.step()).isInstanceOf(Step.Collect.class);
        call.saysNothing();
        assertThat(call.heard()).containsExactly(message("queue-welcome-demo"));
        assertThat(call.trail()).endsWith("way-out queue");
    }

    @Test
    void silent_caller_is_let_go_after_three_loops_where_there_is_no_queue_item_121() {
        Conversation call = Conversation.of(fromOutside(), customer.withQueue(QueueSettings.NONE))
                .saysNothing()
                .saysNothing()
                .saysNothing()
                .saysNothing();
        assertThat(call.heard()).containsExactly(message("goodbye"));
        assertThat(call.heardIt().step()).isEqualTo(new Step.HangUp(HangupCause.NORMAL));
    }

    @Test
    void caller_who_wanders_between_menus_for_ever_finds_the_way_out() {
        MenuTree circle = MenuTree.of(List.of(
                ManualExample.menu(0, "Aici", Map.of('1', ManualExample.goTo(1))),
                ManualExample.menu(1, "Acolo", Map.of('1', ManualExample.goTo(0)))));
        Conversation call = Conversation.of(fromOutside(), customer.live(circle));
        int presses = 0;
        while (call.step() instanceof Step.Collect && presses < 1000) {
            call.press("1");
            presses++;
        }
        assertThat(presses).isLessThan(Trail.MOST_STOPS);
        assertThat(call.heard()).containsExactly(message("queue-welcome-demo"));
    }

    @Test
    void fax_is_said_to_be_unavailable_and_the_menu_speaks_again_item_126() {
        Conversation call = Conversation.of(fromOutside(), customer).press("3");
        assertThat(call.heard()).containsExactly(message("fax-unavailable"));
        assertThat(call.heardIt().heard()).containsExactly(message("menu-main-demo"));
    }

    @Test
    void fax_key_rings_the_extension_of_the_machine_items_123_126() {
        MenuTree withFax = MenuTree.of(List.of(ManualExample.menu(
                0, "Meniul principal", Map.of('3', new MenuAction.ToFax(new ExtensionNumber(104))))));
        Conversation call =
                Conversation.of(fromOutside(), customer.live(withFax)).press("3");
        assertThat(call.rings()).containsExactly(phone(104));
        assertThat(call.trail()).endsWith("key:3 fax ring:104");
    }

    @Test
    void several_extensions_of_a_key_ring_together_item_117() {
        MenuTree together = MenuTree.of(
                List.of(ManualExample.menu(0, "Meniul principal", Map.of('1', ManualExample.ring(101, 103)))));
        assertThat(Conversation.of(fromOutside(), customer.live(together))
                        .press("1")
                        .rings())
                .containsExactly(phone(101), phone(103));
    }

    @Test
    void star_and_hash_are_keys_too_item_112() {
        MenuTree keys = MenuTree.of(List.of(ManualExample.menu(
                0, "Meniul principal", Map.of('*', ManualExample.ring(101), '#', new MenuAction.ToQueue()))));
        assertThat(Conversation.of(fromOutside(), customer.live(keys))
                        .press("*")
                        .rings())
                .containsExactly(phone(101));
        assertThat(Conversation.of(fromOutside(), customer.live(keys))
                        .press("#")
                        .heard())
                .containsExactly(message("queue-welcome-demo"));
    }

    @Test
    void calls_go_straight_to_the_chosen_extensions_together_item_140() {
        Conversation call =
                Conversation.of(fromOutside(), customer.routedTo(new Destination.Extensions(numbers(100, 104))));
        assertThat(call.rings()).containsExactly(phone(100), phone(104));
        assertThat(call.dial().callerHears()).isEqualTo(new Step.CallerHears.Ringback());
    }

    @Test
    void calls_go_straight_to_the_queue_item_141() {
        Conversation call = Conversation.of(fromOutside(), customer.routedTo(new Destination.Queue()));
        assertThat(call.heard()).containsExactly(message("queue-welcome-demo"));
    }

    @Test
    void base_phone_rings_while_no_destination_was_chosen_item_138() {
        assertThat(Conversation.of(fromOutside(), customer.unrouted()).rings()).containsExactly(phone(100));
    }

    @Test
    void closed_customer_is_closed_for_extensions_and_queue_too_item_84() {
        Conversation call = Conversation.at(
                ManualExample.CLOSED, fromOutside(), customer.routedTo(new Destination.Extensions(numbers(100))));
        assertThat(call.heard()).containsExactly(message("closed-demo"));
    }

    @Test
    void caller_not_yet_answered_gets_busy_as_a_status() {
        Conversation call = Conversation.of(fromOutside(), customer.routedTo(new Destination.Extensions(numbers(100))));
        assertThat(call.dialEnds(DialResult.BUSY).step()).isEqualTo(Step.Reject.with(486));
    }

    @Test
    void caller_not_yet_answered_gets_unavailable_as_a_status() {
        for (DialResult result : List.of(DialResult.NO_ANSWER, DialResult.UNAVAILABLE, DialResult.FAILED)) {
            Conversation call =
                    Conversation.of(fromOutside(), customer.routedTo(new Destination.Extensions(numbers(100, 104))));
            assertThat(call.dialEnds(result).step()).isEqualTo(Step.Reject.with(480));
        }
    }

    @Test
    void caller_who_heard_the_menu_is_told_that_the_extension_is_busy() {
        Conversation call =
                Conversation.of(fromOutside(), customer).press("1").press("1").dialEnds(DialResult.BUSY);
        assertThat(call.heard()).containsExactly(message("busy"));
        assertThat(call.heardIt().step()).isEqualTo(new Step.HangUp(HangupCause.BUSY));
    }

    @Test
    void submenu_removed_while_a_caller_is_in_it_starts_over_at_the_main_menu() {
        MenuTree shorter =
                MenuTree.of(List.of(ManualExample.menu(0, "Meniul principal", Map.of('2', new MenuAction.ToQueue()))));
        Conversation call = Conversation.of(fromOutside(), customer)
                .press("1")
                .customerSaves(new ManualExample().live(shorter))
                .press("1");
        assertThat(call.heard()).containsExactly(message("menu-main-demo"));
    }

    @Test
    void queue_emptied_while_a_caller_waits_lets_the_caller_go_with_words() {
        Conversation call = waiting()
                .agentFound(100)
                .customerSaves(new ManualExample().withQueue(QueueSettings.NONE))
                .dialEnds(DialResult.NO_ANSWER);
        assertThat(call.heard()).containsExactly(message("queue-nobody"));
    }

    @Test
    void broken_verb_never_leaves_the_caller_in_silence() {
        Conversation call = Conversation.of(fromOutside(), customer).next(new StepOutcome.Failed("no such file"));
        assertThat(call.heard()).containsExactly(message("fault"));
        assertThat(call.next(new StepOutcome.Failed("again")).step()).isEqualTo(new Step.HangUp(HangupCause.FAULT));
    }

    @Test
    void number_that_nobody_has_gets_404() {
        assertThat(CallFlow.unknownNumber().step()).isEqualTo(Step.Reject.with(404));
    }

    private Conversation waiting() {
        return Conversation.of(fromOutside(), customer).press("1").press("2").heardIt();
    }

    @Test
    void telephones_show_the_name_of_the_address_book_item_48() {
        Destination direct = new Destination.Extensions(ManualExample.numbers(100));
        Conversation call = Conversation.of(
                ManualExample.fromOutside(),
                new ManualExample().routedTo(direct).knows("+40216583456", "Construct – Contabilitate"));
        assertThat(call.dial().from().displayName()).isEqualTo("Construct – Contabilitate");
    }
}
