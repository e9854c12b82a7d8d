package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.Diversion;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome.DialResult;

/** A phone that sends its caller elsewhere (3xx). */
class SentElsewhereTest extends DialScene {
    private static Room sendingOn() {
        Room room = dialling(ONE);
        room.business.onTransfer = transfer -> transfer.target().equals("102")
                ? new CallStep(Room.dial(TWO), new FlowState("sent on"))
                : transfer.target().equals("101")
                        ? new CallStep(Room.dial(ONE), new FlowState("sent on"))
                        : new CallStep(Step.Reject.with(403), FlowState.NONE);
        return room;
    }

    @Test
    void phone_sends_the_caller_on_as_its_user_may() {
        Room room = sendingOn();
        room.devices(ONE, 2);
        FakePhone caller = room.call(CALLER, "101");
        room.invited.get(0).sendsTo(List.of("102"));
        assertThat(room.business.transfers.get(0).by()).isEqualTo(ONE);
        assertThat(room.business.transfers.get(0).remaining()).isEqualTo(CALLER);
        assertThat(room.invited.get(1).told).containsExactly("hang up ANSWERED_ELSEWHERE");
        FakePhone other = room.rungAt(TWO);
        assertThat(other.invitation.orElseThrow().diversion()).contains(new Diversion("101", Diversion.Why.DEFLECTION));
        assertThat(other.invitation.orElseThrow().from().number()).isEqualTo("100");
        other.answers();
        assertThat(caller.hears(other)).isTrue();
    }

    @Test
    void phone_that_may_not_send_on_was_not_reached() {
        Room room = sendingOn();
        FakePhone caller = room.call(CALLER, "101");
        room.rungAt(ONE).sendsTo(List.of("0900123456"));
        assertThat(lastOutcome(room)).isEqualTo(ended(DialResult.UNAVAILABLE, 480));
        assertThat(caller.told).contains("refuse 480");
    }

    @Test
    void one_of_a_group_sends_nobody_away() {
        Room room = dialling(ONE, TWO);
        FakePhone caller = room.call(CALLER, "600");
        room.rungAt(ONE).sendsTo(List.of("103"));
        assertThat(room.business.transfers).isEmpty();
        FakePhone other = room.answeredAt(TWO);
        assertThat(caller.hears(other)).isTrue();
    }

    @Test
    void phones_that_send_a_caller_to_each_other_come_to_an_end() {
        Room room = sendingOn();
        FakePhone caller = room.call(CALLER, "101");
        for (int i = 0; i < 10 && room.calls.size() > 0; i++) {
            FakePhone last = room.invited.get(room.invited.size() - 1);
            last.sendsTo(List.of(last.party.equals(ONE) ? "102" : "101"));
        }
        assertThat(room.invited).hasSize(6);
        assertThat(caller.told).contains("refuse 480");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void another_phone_of_the_same_user_answers_while_the_business_is_asked() {
        Room room = sendingOn();
        room.devices(ONE, 2);
        FakePhone caller = room.call(CALLER, "101");
        room.businessIsSlow = true;
        room.invited.get(0).sendsTo(List.of("102"));
        room.invited.get(1).answers();
        room.businessAnswers();
        assertThat(caller.hears(room.invited.get(1))).isTrue();
        assertThat(room.invited).hasSize(2);
    }

    @Test
    void carrier_sends_nobody_elsewhere() {
        Room room = dialling(OUTSIDE);
        room.call(CALLER, "0216583456");
        room.rungAt(OUTSIDE).sendsTo(List.of("0900123456"));
        assertThat(room.business.transfers).isEmpty();
        assertThat(room.calls.size()).isZero();
    }
}
