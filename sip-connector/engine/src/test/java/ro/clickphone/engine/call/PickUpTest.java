package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.LegEvent;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;

/** Somebody takes a call that rings, waits or is talked elsewhere. */
class PickUpTest extends TransferScene {
    @Test
    void colleague_sees_it_ring_and_takes_it_by_replaces() {
        FakePhone customer = room.call(CUSTOMER, CLERKS_NUMBER);
        FakePhone clerk = room.rungAt(CLERK);
        clerk.rings();
        FakePhone other = room.callInsteadOf(clerk, OTHER, Replacement.When.RINGING);
        assertThat(clerk.told).contains("hang up ANSWERED_ELSEWHERE");
        assertThat(other.told).containsExactly("answer");
        assertThat(customer.told).contains("answer");
        assertThat(customer.hears(other)).isTrue();
        customer.hangsUp();
        assertThat(other.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isZero();
        assertThat(room.records.stream().map(CallRecord::progress))
                .allMatch(progress -> progress instanceof ro.clickphone.engine.api.Progress.Talked);
    }

    @Test
    void talk_goes_on_at_another_phone_by_replaces() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        FakePhone mobile = room.callInsteadOf(clerk, CLERK, Replacement.When.RINGING_OR_TALKING);
        assertThat(clerk.told).contains("hang up NORMAL");
        assertThat(customer.hears(mobile)).isTrue();
        mobile.hangsUp();
        assertThat(customer.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void talk_is_not_taken_by_one_who_wanted_what_rings() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        FakePhone late = room.callInsteadOf(clerk, OTHER, Replacement.When.RINGING);
        assertThat(late.told).containsExactly("refuse 486", "hang up BUSY");
        assertThat(customer.hears(clerk)).isTrue();
    }

    @Test
    void stranger_cannot_take_a_leg() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        Party stranger = new Party.Extension(new ro.clickphone.engine.api.SipIdentity("53631-100", "elsewhere.ro"));
        FakePhone thief = room.callInsteadOf(clerk, stranger, Replacement.When.RINGING_OR_TALKING);
        assertThat(thief.told).contains("refuse 403");
        assertThat(customer.hears(clerk)).isTrue();
        FakePhone carrier = room.callInsteadOf(clerk, CUSTOMER, Replacement.When.RINGING_OR_TALKING);
        assertThat(carrier.told).contains("refuse 403");
        FakePhone greedy = room.callInsteadOf(customer, OTHER, Replacement.When.RINGING_OR_TALKING);
        assertThat(greedy.told).contains("refuse 403");
    }

    @Test
    void leg_that_is_gone_cannot_be_taken() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        customer.hangsUp();
        FakePhone late = room.callInsteadOf(clerk, OTHER, Replacement.When.RINGING_OR_TALKING);
        assertThat(late.told).contains("refuse 603");
    }

    @Test
    void caller_gives_up_while_somebody_is_asked_about_the_pick_up() {
        FakePhone customer = room.call(CUSTOMER, CLERKS_NUMBER);
        FakePhone clerk = room.rungAt(CLERK);
        clerk.rings();
        room.businessIsSlow = true;
        FakePhone other = room.callInsteadOf(clerk, OTHER, Replacement.When.RINGING);
        customer.givesUp();
        room.businessAnswers();
        assertThat(other.told).contains("refuse 603");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void picked_up_call_ends_as_if_its_own_called_one_had_answered() {
        Room pickUp = Room.where(call -> call.dialled().startsWith("*8")
                ? new Step.PickUp(
                        ro.clickphone.engine.api.CallId.parse(call.dialled().substring(2)))
                : decide(call));
        FakePhone customer = pickUp.call(CUSTOMER, CLERKS_NUMBER);
        FakePhone clerk = pickUp.rungAt(CLERK);
        clerk.rings();
        FakePhone other =
                pickUp.call(OTHER, "*8" + pickUp.business.arrivals.get(0).id());
        assertThat(other.told).containsExactly("answer");
        assertThat(customer.hears(other)).isTrue();
        pickUp.pass(Duration.ofSeconds(7));
        other.hangsUp();
        assertThat(pickUp.business.outcomes)
                .contains(new StepOutcome.DialEnded(
                        StepOutcome.DialResult.TALKED, Optional.of(OTHER), Duration.ofSeconds(7), 200));
        assertThat(customer.told).contains("hang up NORMAL");
        assertThat(pickUp.calls.size()).isZero();
        FakePhone late =
                pickUp.call(OTHER, "*8" + pickUp.business.arrivals.get(0).id());
        assertThat(pickUp.business.outcomes.get(pickUp.business.outcomes.size() - 1))
                .isEqualTo(new StepOutcome.DialEnded(
                        StepOutcome.DialResult.UNAVAILABLE, Optional.empty(), Duration.ZERO, 0));
        assertThat(late.told).contains("answer");
    }

    @Test
    void caller_who_waits_in_a_queue_can_be_picked_up() {
        Room pickUp = Room.where(call -> call.dialled().startsWith("*8")
                ? new Step.PickUp(
                        ro.clickphone.engine.api.CallId.parse(call.dialled().substring(2)))
                : decide(call));
        FakePhone customer = pickUp.call(CUSTOMER, "queue");
        FakePhone other =
                pickUp.call(OTHER, "*8" + pickUp.business.arrivals.get(0).id());
        assertThat(customer.hears(other)).isTrue();
        pickUp.pass(Duration.ofMinutes(11));
        assertThat(customer.hears(other)).isTrue();
        customer.hangsUp();
        assertThat(other.told).contains("hang up NORMAL");
        assertThat(pickUp.records.get(0).cause()).isEqualTo(HangupCause.NORMAL);
        assertThat(pickUp.calls.size()).isZero();
    }

    /** The digits arrive in the picker's call, the recording is the customer's. */
    @Test
    void who_picked_up_a_recorded_call_has_it_rest_and_go_on() {
        Room pickUp = Room.where(call -> call.dialled().startsWith("*8")
                ? new Step.PickUp(
                        ro.clickphone.engine.api.CallId.parse(call.dialled().substring(2)))
                : decide(call));
        FakePhone customer = pickUp.call(CUSTOMER, "queue");
        ro.clickphone.engine.api.CallId call = pickUp.business.arrivals.get(0).id();
        FakePhone other = pickUp.call(OTHER, "*8" + call);
        assertThat(pickUp.business.legEvents)
                .anyMatch(event -> event.leg().call().equals(call) && event.kind() == LegEvent.Kind.JOINED);
        pickUp.calls.startRecording(call, TalkingTest.recording("p1", java.util.List.of()));
        customer.presses("**1");
        assertThat(customer.ear().resting).as("by one who is no extension").isFalse();
        other.presses("**1");
        assertThat(customer.ear().resting).isTrue();
        other.presses("**2");
        customer.ear().afterWords.run();
        other.ear().afterWords.run();
        assertThat(customer.ear().resting).isFalse();
    }
}
