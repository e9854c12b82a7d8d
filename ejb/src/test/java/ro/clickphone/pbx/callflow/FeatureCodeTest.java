package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.clickphone.pbx.callflow.ManualExample.from;
import static ro.clickphone.pbx.callflow.ManualExample.message;
import static ro.clickphone.pbx.callflow.ManualExample.phone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Money;

/** What any exchange offers at its telephones: quiet, echo, pick-up, parking, conference, 329. */
class FeatureCodeTest {
    private final CallId waiting = CallId.random();
    private final ManualExample customer = new ManualExample();

    @Test
    void quiet_and_calls_again_are_confirmed_by_voice() {
        Conversation quiet = Conversation.of(from(101, "*78"), customer);
        assertThat(quiet.heard()).containsExactly(message("dnd-on"));
        assertThat(quiet.deed()).contains(new Deed.WantQuiet(new ExtensionNumber(101)));
        Conversation again = Conversation.of(from(101, "*79"), customer);
        assertThat(again.heard()).containsExactly(message("dnd-off"));
        assertThat(again.deed()).contains(new Deed.WantCalls(new ExtensionNumber(101)));
    }

    @Test
    void quiet_extension_is_busy_for_its_callers() {
        Conversation call = Conversation.of(from(100, "101"), customer.quiet(101));
        assertThat(call.step()).isEqualTo(Step.Reject.with(486));
        assertThat(call.trail()).contains("quiet:101");
    }

    @Test
    void quiet_extension_goes_by_its_forward_when_busy() {
        Conversation call =
                Conversation.of(from(100, "101"), customer.quiet(101).forward(101, Forward.When.BUSY, 102));
        assertThat(call.rings()).containsExactly(phone(102));
    }

    @Test
    void quiet_extension_is_left_out_when_several_ring() {
        Destination both = new Destination.Extensions(ManualExample.numbers(100, 101));
        assertThat(Conversation.of(
                                ManualExample.fromOutside(),
                                customer.routedTo(both).quiet(100))
                        .rings())
                .containsExactly(phone(101));
        assertThat(Conversation.of(ManualExample.fromOutside(), customer.quiet(101))
                        .step())
                .as("all who would ring want quiet")
                .isEqualTo(Step.Reject.with(486));
    }

    @Test
    void echo_speaks_its_words_and_hangs_up_afterwards() {
        Conversation echo = Conversation.of(from(100, "*43"), customer);
        assertThat(echo.step()).isInstanceOfSatisfying(Step.Echo.class, step -> assertThat(step.first())
                .containsExactly(message("echo-intro")));
        assertThat(echo.next(new StepOutcome.Played()).step()).isInstanceOf(Step.HangUp.class);
    }

    @Test
    void ringing_call_of_a_colleague_is_picked_up() {
        Conversation call = Conversation.of(from(100, "*8"), customer, nearby -> nearby.rings(waiting));
        assertThat(call.step()).isEqualTo(new Step.PickUp(waiting));
        assertThat(Conversation.of(from(100, "*8101"), customer, nearby -> nearby.rings(waiting))
                        .step())
                .isEqualTo(new Step.PickUp(waiting));
    }

    @Test
    void who_is_too_late_to_pick_up_is_told_so() {
        assertThat(Conversation.of(from(100, "*8"), customer).heard()).containsExactly(message("no-call-to-pick-up"));
        Conversation call = Conversation.of(from(100, "*8"), customer, nearby -> nearby.rings(waiting));
        StepOutcome gone = new StepOutcome.DialEnded(DialResult.UNAVAILABLE, Optional.empty(), Duration.ZERO, 0);
        assertThat(call.next(gone).heard()).containsExactly(message("no-call-to-pick-up"));
    }

    @Test
    void call_handed_on_to_a_free_parking_place_waits_there_with_music() {
        Conversation parked = Conversation.handedOn(from(100, "*701"), phone(102), customer);
        assertThat(parked.step()).isInstanceOf(Step.Wait.class);
        assertThat(parked.deed()).containsInstanceOf(Deed.Park.class);
        assertThat(parked.next(new StepOutcome.WaitEnded()).rings()).containsExactly(phone(100));
    }

    @Test
    void parked_caller_who_was_fetched_and_talked_does_not_ring_the_one_who_parked_again() {
        Conversation parked = Conversation.handedOn(from(100, "*701"), phone(102), customer);
        parked.next(new StepOutcome.DialEnded(DialResult.TALKED, Optional.of(phone(103)), Duration.ofSeconds(40), 200));
        assertThat(parked.step()).isEqualTo(new Step.HangUp(HangupCause.NORMAL));
    }

    @Test
    void parked_call_is_fetched_by_whoever_dials_the_place() {
        Conversation call = Conversation.of(from(102, "*701"), customer, nearby -> nearby.parked(waiting));
        assertThat(call.step()).isEqualTo(new Step.PickUp(waiting));
        assertThat(Conversation.of(from(102, "*702"), customer).heard())
                .isEqualTo(List.of(message("no-call-to-pick-up")));
    }

    @Test
    void conference_is_entered_by_code_and_left_by_the_hash_key() {
        Conversation call = Conversation.of(from(100, "*601"), customer);
        assertThat(call.heard()).containsExactly(message("conference-join"));
        assertThat(call.heardIt().step())
                .isEqualTo(new Step.Join("53630-1", Conferences.MOST_TOGETHER, Step.Voice.HEARD));
        call.next(new StepOutcome.Left(Duration.ofMinutes(3)));
        assertThat(call.heard()).containsExactly(message("conference-leave"));
        assertThat(call.heardIt().step()).isInstanceOf(Step.HangUp.class);
    }

    @Test
    void caller_from_outside_is_handed_on_into_the_conference() {
        Conversation call = Conversation.handedOn(from(100, "*609"), phone(102), customer);
        assertThat(call.heardIt().step())
                .isEqualTo(new Step.Join("53630-9", Conferences.MOST_TOGETHER, Step.Voice.HEARD));
    }

    @Test
    void conference_with_a_code_lets_in_who_types_it() {
        Conversation call = Conversation.of(from(100, "*602"), customer.asksForCode(2, "418207"));
        assertThat(call.heard()).containsExactly(message("conference-pin"));
        assertThat(call.press("418207").heard()).containsExactly(message("conference-join"));
        assertThat(call.heardIt().step())
                .isEqualTo(new Step.Join("53630-2", Conferences.MOST_TOGETHER, Step.Voice.HEARD));
    }

    @Test
    void conference_with_a_code_lets_go_who_does_not_know_it() {
        Conversation call = Conversation.of(from(100, "*602"), customer.asksForCode(2, "418207"));
        assertThat(call.press("000000").heard())
                .containsExactly(message("conference-wrong-pin"), message("conference-pin"));
        assertThat(call.press("1").saysNothing().saysNothing().heard())
                .containsExactly(message("conference-wrong-pin"));
        assertThat(call.heardIt().step()).isInstanceOf(Step.HangUp.class);
    }

    @Test
    void other_conferences_of_the_customer_stay_open() {
        Conversation call = Conversation.of(from(100, "*601"), customer.asksForCode(2, "418207"));
        assertThat(call.heard()).containsExactly(message("conference-join"));
    }

    @Test
    void full_conference_says_so() {
        Conversation call = Conversation.of(from(100, "*601"), customer).heardIt();
        assertThat(call.next(new StepOutcome.Failed("the conference is full")).heard())
                .containsExactly(message("conference-full"));
    }

    @Test
    void service_number_speaks_the_balance_and_has_the_echo_test_item_181() {
        Conversation call = Conversation.of(from(100, "329"), customer, nearby -> nearby.has(Money.ofEuro("121.48")));
        assertThat(call.heard()).containsExactly(message("service-menu"));
        assertThat(call.press("1").heard())
                .containsExactly(
                        message("balance-is"),
                        message("hundred-1"),
                        message("number-21"),
                        message("of"),
                        message("euro"),
                        message("and"),
                        message("number-48"),
                        message("of"),
                        message("cents"),
                        message("service-menu"));
        assertThat(call.press("2").step()).isInstanceOf(Step.Echo.class);
    }

    @Test
    void service_number_lets_go_who_presses_nothing() {
        Conversation call = Conversation.of(from(100, "329"), customer);
        call.saysNothing().saysNothing().saysNothing().saysNothing();
        assertThat(call.heard()).containsExactly(message("goodbye"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, number-0 euro",
        "1.00, euro-one",
        "0.01, cent-one",
        "-0.02, minus number-2 cents",
        "119.00, hundred-1 number-19 euro",
        "100.00, hundred-1 of euro",
        "1202.00, thousand hundred-2 number-2 euro",
        "42000.00, number-42-f of thousands of euro",
    })
    void amounts_are_spoken_in_good_romanian(String amount, String words) {
        assertThat(AmountWords.of(Money.ofEuro(amount), "ro").stream()
                        .map(word -> ((Prompt.System) word).name())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(words);
    }
}
