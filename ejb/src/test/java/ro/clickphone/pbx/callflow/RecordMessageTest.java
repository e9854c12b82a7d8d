package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.clickphone.pbx.callflow.ManualExample.ACCOUNT;
import static ro.clickphone.pbx.callflow.ManualExample.from;
import static ro.clickphone.pbx.callflow.ManualExample.message;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.RecordingName;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.RecordEnd;
import ro.clickphone.pbx.ivr.MenuNumber;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.PromptSlot;

/** {@code **500} from an extension (manual, items 81 to 83), word for word. */
class RecordMessageTest {
    private static final PromptSlot MAIN = PromptSlot.menu(MenuNumber.MAIN);
    private static final ExtensionNumber WHO = new ExtensionNumber(101);

    private final ManualExample customer = new ManualExample();
    private final IncomingCall arrival = from(101, "**500");

    @Test
    void without_an_open_slot_the_caller_is_sent_to_the_portal() {
        Conversation call = Conversation.of(arrival, customer);
        assertThat(call.heard()).containsExactly(message("record-no-slot"));
        assertThat(call.heardIt().step()).isEqualTo(new Step.HangUp(HangupCause.NORMAL));
    }

    @Test
    void instructions_then_the_message_ended_by_the_hash_key() {
        Conversation call = Conversation.of(arrival, customer.filling(PromptSlot.CLOSED));
        assertThat(call.step())
                .isEqualTo(new Step.Record(
                        java.util.List.of(message("record-instructions")),
                        take(1),
                        Nearby.SEAL,
                        Duration.ofMinutes(5),
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of('#')));
        call.next(said(12));
        assertThat(call.deed()).contains(new Deed.OfferMessage(PromptSlot.CLOSED, take(1), WHO));
        assertThat(call.heard()).containsExactly(message("record-review"));
        call.press("1");
        assertThat(call.heard()).containsExactly(new Prompt.Recorded(take(1)), message("record-review"));
        assertThat(call.press("2").heard()).containsExactly(message("record-accepted"));
        assertThat(call.trail()).isEqualTo("record record:CLOSED listen kept");
    }

    @Test
    void spoken_anew_it_is_another_take_and_the_last_one_is_the_draft() {
        Conversation call =
                Conversation.of(arrival, customer.filling(MAIN)).next(said(3)).press("3");
        assertThat(((Step.Record) call.step()).name()).isEqualTo(take(2));
        assertThat(call.next(said(4)).deed()).contains(new Deed.OfferMessage(MAIN, take(2), WHO));
    }

    @Test
    void of_two_open_slots_the_phone_asks_which() {
        PromptSlot second = PromptSlot.menu(new MenuNumber(2));
        Conversation call = Conversation.of(arrival, customer.filling(PromptSlot.QUEUE_WELCOME, second));
        assertThat(call.heard())
                .containsExactly(
                        message("record-which"),
                        message("slot-queue-welcome"),
                        message("press-1"),
                        message("slot-menu-2"),
                        message("press-2"));
        call.press("2").next(said(2));
        assertThat(call.deed()).contains(new Deed.OfferMessage(second, take(1), WHO));
    }

    @Test
    void who_does_not_choose_is_asked_four_times_and_let_go() {
        Conversation call = Conversation.of(arrival, customer.filling(PromptSlot.CLOSED, MAIN));
        call.press("7").saysNothing().press("#");
        assertThat(call.heard()).startsWith(message("record-which"));
        assertThat(call.saysNothing().heard()).containsExactly(message("goodbye"));
    }

    @Test
    void another_telephone_that_records_the_same_message_goes_first() {
        customer.filling(PromptSlot.CLOSED, MAIN);
        Conversation call = Conversation.of(arrival, customer);
        call.nearby().records(CallId.random());
        assertThat(call.press("1").heard()).containsExactly(message("record-busy"));
    }

    @Test
    void own_recording_is_no_hindrance() {
        Conversation call = Conversation.of(arrival, customer.filling(MAIN)).next(said(2));
        call.nearby().records(arrival.id());
        assertThat(call.press("3").step()).isInstanceOf(Step.Record.class);
    }

    @Test
    void recording_ends_with_the_slots_time_and_is_not_kept() {
        customer.filling(MAIN);
        Conversation call = Conversation.of(arrival, customer).next(said(3)).later(Duration.ofMinutes(14));
        call.press("3");
        assertThat(((Step.Record) call.step()).atMost()).isEqualTo(Duration.ofSeconds(61));
        call.later(Duration.ofSeconds(61))
                .next(new StepOutcome.Recorded(take(2), Duration.ofSeconds(61), RecordEnd.TOO_LONG));
        assertThat(call.heard()).containsExactly(message("record-expired"));
        assertThat(call.deed()).isEmpty();
    }

    @Test
    void slot_that_expired_while_listening_takes_no_further_take() {
        Conversation call = Conversation.of(arrival, customer.filling(MAIN))
                .next(said(3))
                .later(Duration.ofMinutes(15))
                .press("3");
        assertThat(call.heard()).containsExactly(message("record-expired"));
    }

    @Test
    void slot_that_was_closed_in_the_portal_meanwhile_is_expired_too() {
        Conversation call = Conversation.of(arrival, customer.filling(MAIN));
        call.customerSaves(customer.filling()).next(said(9));
        assertThat(call.heard()).containsExactly(message("record-expired"));
    }

    @Test
    void silence_is_no_message_and_the_caller_is_asked_again_but_not_for_ever() {
        Conversation call = Conversation.of(arrival, customer.filling(MAIN));
        for (int take = 1; take <= CallFlow.MOST_LOOPS; take++) {
            call.next(new StepOutcome.Recorded(take(take), Duration.ofMillis(10_400), RecordEnd.SILENCE));
            assertThat(call.deed()).isEmpty();
            assertThat(((Step.Record) call.step()).first())
                    .containsExactly(message("record-empty"), message("record-instructions"));
        }
        call.next(new StepOutcome.Recorded(take(4), Duration.ofMillis(200), RecordEnd.TERMINATED));
        assertThat(call.heard()).containsExactly(message("goodbye"));
    }

    @Test
    void who_stops_speaking_for_ten_seconds_has_finished() {
        Conversation call = Conversation.of(arrival, customer.filling(MAIN))
                .next(new StepOutcome.Recorded(take(1), Duration.ofSeconds(15), RecordEnd.SILENCE));
        assertThat(call.deed()).isPresent();
    }

    @Test
    void hung_up_while_speaking_leaves_what_was_said_as_the_draft() {
        Conversation call = Conversation.of(arrival, customer.filling(MAIN));
        assertThat(CallFlow.left(arrival.id(), call.position())).contains(new Deed.OfferMessage(MAIN, take(1), WHO));
    }

    @Test
    void hung_up_while_choosing_or_after_the_message_leaves_nothing_more() {
        Conversation choosing = Conversation.of(arrival, customer.filling(MAIN, PromptSlot.CLOSED));
        assertThat(CallFlow.left(arrival.id(), choosing.position())).isEmpty();
        Conversation reviewing =
                Conversation.of(arrival, customer.filling(MAIN)).next(said(3));
        assertThat(CallFlow.left(arrival.id(), reviewing.position())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9", "*", "#", ""})
    void any_other_key_repeats_the_question_and_the_take_is_kept_in_the_end(String key) {
        Conversation call = Conversation.of(arrival, customer.filling(MAIN)).next(said(3));
        for (int i = 0; i < CallFlow.MOST_LOOPS; i++) {
            assertThat(call.press(key).heard()).containsExactly(message("record-review"));
        }
        assertThat(call.press(key).heard()).containsExactly(message("record-accepted"));
    }

    @Test
    void failed_recording_says_that_it_is_our_fault() {
        Conversation call = Conversation.of(arrival, customer.filling(MAIN)).next(new StepOutcome.Failed("disk full"));
        assertThat(call.heard()).containsExactly(message("fault"));
    }

    @Test
    void somebody_who_records_for_ever_is_let_go_with_the_last_take() {
        Conversation call = Conversation.of(arrival, customer.filling(MAIN));
        for (int take = 1; take < 20; take++) {
            call.next(said(2)).press("3");
        }
        assertThat(call.next(said(2)).press("3").heard()).containsExactly(message("record-accepted"));
        assertThat(call.position().account()).isEqualTo(ACCOUNT);
    }

    private StepOutcome said(int seconds) {
        return new StepOutcome.Recorded(take(1), Duration.ofSeconds(seconds), RecordEnd.TERMINATED);
    }

    private RecordingName take(int take) {
        return new RecordingName("take-" + arrival.id() + "-" + take);
    }
}
