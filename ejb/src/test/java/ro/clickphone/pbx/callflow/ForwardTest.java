package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.clickphone.pbx.callflow.ManualExample.TRUNK;
import static ro.clickphone.pbx.callflow.ManualExample.from;
import static ro.clickphone.pbx.callflow.ManualExample.fromOutside;
import static ro.clickphone.pbx.callflow.ManualExample.message;
import static ro.clickphone.pbx.callflow.ManualExample.numbers;
import static ro.clickphone.pbx.callflow.ManualExample.phone;

import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.extension.ForwardTarget;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** The three forwards of an extension (manual, items 67 to 73). */
class ForwardTest {
    private static final Party MOBILE = new Party.PublicNumber(TRUNK, "+40723456789");

    private final ManualExample customer = new ManualExample();

    @Test
    void unanswered_call_goes_to_the_mobile_item_71() {
        customer.forward(100, Forward.When.UNAVAILABLE, "+40723456789");
        Conversation call = Conversation.of(from(101, "100"), customer);
        assertThat(call.rings()).containsExactly(phone(100));
        assertThat(call.dialEnds(DialResult.NO_ANSWER).rings()).containsExactly(MOBILE);
        assertThat(call.trail()).isEqualTo("ring:100 forward:100:unavailable out:+40723456789");
    }

    @Test
    void unregistered_phone_is_forwarded_like_one_that_does_not_answer_item_67() {
        customer.forward(100, Forward.When.UNAVAILABLE, "+40723456789");
        assertThat(Conversation.of(from(101, "100"), customer)
                        .dialEnds(DialResult.UNAVAILABLE)
                        .rings())
                .containsExactly(MOBILE);
    }

    @Test
    void busy_extension_sends_the_call_to_101_item_71() {
        customer.forward(100, Forward.When.BUSY, 101).forward(100, Forward.When.UNAVAILABLE, "+40723456789");
        assertThat(Conversation.of(from(102, "100"), customer)
                        .dialEnds(DialResult.BUSY, 486)
                        .rings())
                .containsExactly(phone(101));
    }

    @Test
    void unconditional_forward_wins_without_ringing_item_73() {
        customer.forward(100, Forward.When.BUSY, 101)
                .forward(100, Forward.When.UNAVAILABLE, 102)
                .forward(100, Forward.When.ALWAYS, "+40723456789");
        assertThat(Conversation.of(from(103, "100"), customer).rings()).containsExactly(MOBILE);
    }

    @Test
    void several_ring_together_where_they_sent_their_calls_item_73() {
        Destination both = new Destination.Extensions(ManualExample.numbers(100, 101));
        assertThat(Conversation.of(
                                ManualExample.fromOutside(),
                                customer.routedTo(both).forward(100, Forward.When.ALWAYS, 102))
                        .rings())
                .containsExactly(phone(102), phone(101));
        assertThat(Conversation.of(ManualExample.fromOutside(), customer.forward(100, Forward.When.ALWAYS, 101))
                        .rings())
                .as("who rings already does not ring twice")
                .containsExactly(phone(101));
    }

    @Test
    void mobile_of_one_who_sent_calls_there_rings_beside_the_colleague_items_73_and_117() {
        customer.forward(100, Forward.When.ALWAYS, "+40723456789");
        Conversation call =
                Conversation.of(fromOutside(), customer.routedTo(new Destination.Extensions(numbers(100, 101))));
        Step.Dial dial = call.dial();
        assertThat(call.trail()).endsWith("ring:101+0723456789");
        assertThat(dial.parties()).containsExactly(phone(101), MOBILE);
        assertThat(dial.shownTo(phone(101)).number()).isEqualTo("0216583456");
        assertThat(dial.divertedTo(phone(101))).isEmpty();
        assertThat(dial.shownTo(MOBILE).number()).isEqualTo("+40216583456");
        assertThat(dial.divertedTo(MOBILE)).contains(new Diversion("+40310050562", Diversion.Why.UNCONDITIONAL));
    }

    @Test
    void mobile_rings_alone_when_everybody_sent_calls_there() {
        customer.forward(100, Forward.When.ALWAYS, "+40723456789").forward(101, Forward.When.ALWAYS, 100);
        Conversation call =
                Conversation.of(fromOutside(), customer.routedTo(new Destination.Extensions(numbers(100, 101))));
        assertThat(call.rings()).containsExactly(MOBILE);
        assertThat(call.dial().diversion()).contains(new Diversion("+40310050562", Diversion.Why.UNCONDITIONAL));
    }

    @Test
    void premium_number_does_not_ring_beside_the_colleagues() {
        customer.forward(100, Forward.When.ALWAYS, "+40906123456");
        assertThat(Conversation.of(fromOutside(), customer.routedTo(new Destination.Extensions(numbers(100, 101))))
                        .rings())
                .containsExactly(phone(101));
    }

    @Test
    void forward_switched_off_is_remembered_but_not_followed_item_72() {
        Forward off = new Forward.Remembered(new ForwardTarget.ToExtension(new ExtensionNumber(101)));
        customer.forward(100, Forward.When.ALWAYS, off);
        assertThat(Conversation.of(from(102, "100"), customer).rings()).containsExactly(phone(100));
    }

    @Test
    void forwards_work_for_callers_from_outside_through_the_menu() {
        customer.forward(101, Forward.When.UNAVAILABLE, 103);
        Conversation call = Conversation.of(fromOutside(), customer).press("1").press("1");
        assertThat(call.dialEnds(DialResult.NO_ANSWER).rings()).containsExactly(phone(103));
    }

    @Test
    void circle_of_forwards_ends_with_unavailable_item_70() {
        customer.forward(100, Forward.When.ALWAYS, 101).forward(101, Forward.When.ALWAYS, 100);
        assertThat(Conversation.of(from(102, "100"), customer).step()).isEqualTo(Step.Reject.with(480));
    }

    @Test
    void forward_to_an_extension_that_is_gone_ends_with_unavailable() {
        customer.forward(100, Forward.When.ALWAYS, 199);
        assertThat(Conversation.of(from(102, "100"), customer).step()).isEqualTo(Step.Reject.with(480));
    }

    @Test
    void forward_to_a_premium_number_does_not_pass_the_gate() {
        customer.forward(100, Forward.When.ALWAYS, "+40906123456");
        Conversation call = Conversation.of(fromOutside(), customer.routedTo(new Destination.Extensions(numbers(100))));
        assertThat(call.step()).isEqualTo(Step.Reject.with(480));
    }

    @Test
    void forwarded_caller_is_not_shown_the_carriers_status() {
        customer.forward(100, Forward.When.ALWAYS, "+40723456789");
        Conversation call = Conversation.of(fromOutside(), customer.routedTo(new Destination.Extensions(numbers(100))));
        assertThat(call.dialEnds(DialResult.FAILED, 502).step()).isEqualTo(Step.Reject.with(480));
    }

    @Test
    void forwards_rest_for_an_agent_of_the_queue() {
        customer.forward(100, Forward.When.ALWAYS, "+40723456789");
        Conversation call = Conversation.of(fromOutside(), customer.routedTo(new Destination.Queue()))
                .heardIt()
                .agentFound(100);
        assertThat(call.rings()).containsExactly(phone(100));
    }

    @Test
    void answered_caller_is_told_when_the_forward_fails_too() {
        customer.forward(101, Forward.When.UNAVAILABLE, 103);
        Conversation call = Conversation.of(fromOutside(), customer)
                .press("1")
                .press("1")
                .dialEnds(DialResult.NO_ANSWER)
                .dialEnds(DialResult.UNAVAILABLE);
        assertThat(call.heard()).containsExactly(message("not-available"));
    }

    @Test
    void who_is_forwarded_to_a_mobile_is_shown_there_and_the_carrier_is_told_whose_forward_it_is() {
        customer.forward(100, Forward.When.ALWAYS, "+40723456789");
        Step.Dial dial = Conversation.of(fromOutside(), customer.routedTo(new Destination.Extensions(numbers(100))))
                .dial();
        assertThat(dial.from().number()).isEqualTo("+40216583456");
        assertThat(dial.diversion()).contains(new Diversion("+40310050562", Diversion.Why.UNCONDITIONAL));
    }

    @Test
    void hidden_number_stays_hidden_when_it_is_forwarded() {
        customer.forward(100, Forward.When.ALWAYS, "+40723456789");
        CallerId hidden = new CallerId("0216583456", "", CallerId.Presentation.RESTRICTED);
        IncomingCall call = new IncomingCall(
                CallId.random(), new Party.PublicNumber(TRUNK, "0216583456"), "0310050562", hidden, ManualExample.OPEN);
        Step.Dial dial = Conversation.of(call, customer.routedTo(new Destination.Extensions(numbers(100))))
                .dial();
        assertThat(dial.from().presentation()).isEqualTo(CallerId.Presentation.RESTRICTED);
    }

    @Test
    void colleague_who_is_forwarded_to_a_mobile_is_shown_with_the_customers_number() {
        customer.forward(100, Forward.When.BUSY, "+40723456789");
        Step.Dial dial = Conversation.of(from(101, "100"), customer)
                .dialEnds(DialResult.BUSY, 486)
                .dial();
        assertThat(dial.from().number()).isEqualTo("+40310050562");
        assertThat(dial.diversion()).contains(new Diversion("+40310050562", Diversion.Why.USER_BUSY));
    }

    @Test
    void phone_that_rings_for_another_one_is_told_so() {
        customer.forward(100, Forward.When.UNAVAILABLE, 101);
        Step.Dial dial = Conversation.of(from(102, "100"), customer)
                .dialEnds(DialResult.NO_ANSWER)
                .dial();
        assertThat(dial.diversion()).contains(new Diversion("100", Diversion.Why.UNAVAILABLE));
        assertThat(Conversation.of(from(102, "101"), customer).dial().diversion())
                .isEmpty();
    }

    @Test
    void who_is_transferred_is_shown_to_the_next_one() {
        Party outside = new Party.PublicNumber(TRUNK, "0216583456");
        IncomingCall further =
                new IncomingCall(CallId.random(), phone(100), "101", CallerId.of("0216583456"), ManualExample.OPEN);
        assertThat(Conversation.handedOn(further, outside, customer)
                        .dial()
                        .from()
                        .number())
                .isEqualTo("0216583456");
        Step.Dial colleague =
                Conversation.handedOn(further, phone(102), customer).dial();
        assertThat(colleague.from().number()).isEqualTo("102");
        assertThat(colleague.parties()).containsExactly(phone(101));
    }
}
