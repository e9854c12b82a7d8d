package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.LegRecord;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;

/** A party hands the other one on, blindly or after a word with the third one. */
class TransferTest {
    private static final Party.Extension BOSS = Room.extension(100);
    private static final Party.Extension CLERK = Room.extension(101);
    private static final Party.Extension OTHER = Room.extension(102);
    private static final Party.PublicNumber CUSTOMER = Room.outside("0216583456");
    private static final String CLERKS_NUMBER = "101";

    private final Room room = Room.where(TransferTest::decide);

    TransferTest() {
        room.business.onTransfer =
                transfer -> new CallStep(decide(transfer.target()), new FlowState("handed to " + transfer.target()));
    }

    private static Step decide(IncomingCall call) {
        return decide(call.dialled());
    }

    private static Step decide(String dialled) {
        return switch (dialled) {
            case "queue" -> new Step.Wait(List.of(), Prompt.Music.DEFAULT, Duration.ofMinutes(10));
            case "forbidden" -> Step.Reject.with(403);
            default -> Room.dial(Room.extension(Integer.parseInt(dialled)));
        };
    }

    /** The customer talks with the clerk. */
    private FakePhone customerCallsClerk() {
        FakePhone customer = room.call(CUSTOMER, CLERKS_NUMBER);
        FakePhone clerk = room.answeredAt(CLERK);
        assertThat(customer.hears(clerk)).isTrue();
        return customer;
    }

    @Test
    void called_hands_caller_on_and_the_remaining_two_hear_each_other() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        clerk.handsOnTo("102");
        assertThat(room.business.transfers.get(0).by()).isEqualTo(CLERK);
        assertThat(room.business.transfers.get(0).remaining()).isEqualTo(CUSTOMER);
        assertThat(customer.heard()).isEqualTo("RINGBACK");
        FakePhone other = room.answeredAt(OTHER);
        assertThat(clerk.progress).containsExactly(202, 180, 200);
        assertThat(clerk.told).contains("hang up NORMAL");
        assertThat(customer.hears(other)).isTrue();
        other.hangsUp();
        assertThat(customer.told).contains("hang up NORMAL");
        CallRecord record = room.records.get(0);
        assertThat(record.state()).isEqualTo(new FlowState("after"));
        assertThat(record.legs()).extracting(LegRecord::party).containsExactly(CUSTOMER, CLERK, OTHER);
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void caller_hands_called_on_who_then_is_the_one_that_verbs_are_for() {
        FakePhone boss = room.call(BOSS, CLERKS_NUMBER);
        FakePhone clerk = room.answeredAt(CLERK);
        boss.handsOnTo("102");
        assertThat(room.business.transfers.get(0).remaining()).isEqualTo(CLERK);
        assertThat(clerk.heard()).isEqualTo("RINGBACK");
        FakePhone other = room.answeredAt(OTHER);
        assertThat(boss.progress).containsExactly(202, 180, 200);
        assertThat(boss.told).contains("hang up NORMAL");
        assertThat(clerk.hears(other)).isTrue();
        clerk.hangsUp();
        assertThat(other.told).contains("hang up NORMAL");
        assertThat(room.records.get(0).endedBy()).isEqualTo(CallRecord.Ender.CALLED);
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void refused_number_leaves_the_talk_as_it_is() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        clerk.handsOnTo("forbidden");
        assertThat(clerk.progress).containsExactly(202, 403);
        assertThat(customer.hears(clerk)).isTrue();
        assertThat(clerk.told).isEmpty();
        clerk.hangsUp();
        assertThat(customer.told).contains("hang up NORMAL");
    }

    @Test
    void party_comes_back_when_the_new_one_is_busy() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        clerk.handsOnTo("102");
        assertThat(customer.hears(clerk)).isFalse();
        room.rungAt(OTHER).refuses(486);
        assertThat(clerk.progress).containsExactly(202, 486);
        assertThat(customer.hears(clerk)).isTrue();
        assertThat(customer.heard()).isEmpty();
        clerk.hangsUp();
        assertThat(customer.told).contains("hang up NORMAL");
        assertThat(room.records).hasSize(1);
    }

    @Test
    void caller_who_hands_on_is_the_caller_again_when_it_fails() {
        FakePhone boss = room.call(BOSS, CLERKS_NUMBER);
        FakePhone clerk = room.answeredAt(CLERK);
        boss.handsOnTo("102");
        room.rungAt(OTHER).rings();
        room.pass(Duration.ofSeconds(31));
        assertThat(boss.progress).containsExactly(202, 180, 480);
        assertThat(boss.hears(clerk)).isTrue();
        boss.hangsUp();
        assertThat(clerk.told).contains("hang up NORMAL");
        assertThat(room.records.get(0).endedBy()).isEqualTo(CallRecord.Ender.CALLER);
    }

    @Test
    void who_hung_up_at_once_is_called_back_when_the_new_one_does_not_answer() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        clerk.handsOnTo("102");
        clerk.hangsUp();
        assertThat(customer.told).doesNotContain("hang up NORMAL");
        room.rungAt(OTHER).refuses(486);
        FakePhone again = room.rungAt(CLERK);
        assertThat(again).isNotSameAs(clerk);
        assertThat(again.invitation.orElseThrow().from().number()).isEqualTo("200");
        again.answers();
        assertThat(customer.hears(again)).isTrue();
        again.hangsUp();
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void nobody_is_left_when_the_one_called_back_does_not_answer_either() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        clerk.handsOnTo("102");
        clerk.hangsUp();
        room.rungAt(OTHER).refuses(486);
        room.rungAt(CLERK).refuses(486);
        room.pass(Duration.ofSeconds(5));
        assertThat(customer.told).contains("hang up BUSY");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void one_who_hangs_up_before_the_decision_has_still_handed_on() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        room.businessIsSlow = true;
        clerk.handsOnTo("102");
        clerk.hangsUp();
        room.businessAnswers();
        FakePhone other = room.answeredAt(OTHER);
        assertThat(customer.hears(other)).isTrue();
    }

    @Test
    void caller_who_hands_on_may_hang_up_before_the_decision() {
        FakePhone boss = room.call(BOSS, CLERKS_NUMBER);
        FakePhone clerk = room.answeredAt(CLERK);
        room.businessIsSlow = true;
        boss.handsOnTo("102");
        boss.hangsUp();
        assertThat(clerk.told).isEmpty();
        room.businessAnswers();
        FakePhone other = room.answeredAt(OTHER);
        assertThat(clerk.hears(other)).isTrue();
        assertThat(room.records).isEmpty();
    }

    @Test
    void remaining_one_who_hangs_up_meanwhile_ends_everything() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        clerk.handsOnTo("102");
        customer.hangsUp();
        assertThat(clerk.progress).containsExactly(202, 487);
        assertThat(clerk.told).contains("hang up NORMAL");
        assertThat(room.rungAt(OTHER).told).contains("hang up NORMAL");
        assertThat(room.records).hasSize(1);
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void party_handed_to_a_queue_waits_there_with_music() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        clerk.handsOnTo("queue");
        assertThat(clerk.progress).containsExactly(202, 200);
        assertThat(clerk.told).contains("hang up NORMAL");
        assertThat(customer.heard()).startsWith("again and again");
    }

    @Test
    void business_that_does_not_answer_leaves_the_talk_as_it_is() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        room.businessIsSlow = true;
        clerk.handsOnTo("102");
        room.pass(Duration.ofSeconds(5));
        assertThat(clerk.progress).containsExactly(202, 503);
        assertThat(customer.hears(clerk)).isTrue();
        room.businessAnswers();
        assertThat(customer.hears(clerk)).isTrue();
        assertThat(room.invited).hasSize(1);
    }

    @Test
    void carrier_may_not_hand_on() {
        FakePhone customer = customerCallsClerk();
        customer.handsOnTo("102");
        assertThat(customer.progress).containsExactly(403);
        assertThat(room.business.transfers).isEmpty();
    }

    @Test
    void nobody_can_be_handed_on_from_a_queue() {
        FakePhone boss = room.call(BOSS, "queue");
        boss.handsOnTo("102");
        assertThat(boss.progress).containsExactly(403);
    }

    @Test
    void second_wish_waits_for_the_first() {
        customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        clerk.handsOnTo("102");
        clerk.handsOnTo("queue");
        assertThat(clerk.progress).containsExactly(202, 403);
    }

    // ---- attended -----------------------------------------------------------------------------------------------

    @Test
    void after_a_word_with_the_third_the_other_two_hear_each_other_and_both_calls_go_on() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        clerk.offers(FakeAudio.HOLD);
        FakePhone consulting = room.call(CLERK, "102");
        FakePhone other = room.answeredAt(OTHER);
        clerk.joinsWith(consulting);
        assertThat(clerk.progress).containsExactly(202, 200);
        assertThat(customer.hears(other)).isTrue();
        assertThat(customer.heard()).isEmpty();
        assertThat(clerk.told).contains("hang up NORMAL");
        assertThat(consulting.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isEqualTo(2);
        room.pass(Duration.ofSeconds(10));
        other.hangsUp();
        assertThat(customer.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isZero();
        assertThat(room.records).hasSize(2);
        assertThat(room.records).allMatch(record -> record.endedAt().equals(room.now()));
    }

    @Test
    void caller_who_hangs_up_after_an_attended_transfer_ends_both_calls() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        FakePhone consulting = room.call(CLERK, "102");
        FakePhone other = room.answeredAt(OTHER);
        consulting.joinsWith(clerk);
        assertThat(consulting.progress).containsExactly(202, 200);
        assertThat(customer.hears(other)).isTrue();
        customer.hangsUp();
        assertThat(other.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void third_one_who_rings_still_is_called_by_the_remaining_one() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        FakePhone consulting = room.call(CLERK, "102");
        FakePhone rings = room.rungAt(OTHER);
        rings.rings();
        clerk.joinsWith(consulting);
        assertThat(rings.told).contains("hang up CANCELLED");
        assertThat(consulting.told).contains("hang up CANCELLED");
        FakePhone other = room.answeredAt(OTHER);
        assertThat(other).isNotSameAs(rings);
        assertThat(clerk.progress).containsExactly(202, 180, 200);
        assertThat(customer.hears(other)).isTrue();
    }

    @Test
    void one_who_was_joined_can_be_handed_on_again() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        FakePhone consulting = room.call(CLERK, "102");
        FakePhone other = room.answeredAt(OTHER);
        clerk.joinsWith(consulting);
        other.handsOnTo("100");
        assertThat(room.business.transfers.get(0).remaining()).isEqualTo(CUSTOMER);
        FakePhone boss = room.answeredAt(BOSS);
        assertThat(other.progress).containsExactly(202, 180, 200);
        assertThat(customer.hears(boss)).isTrue();
        assertThat(other.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isEqualTo(1);
        boss.hangsUp();
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void one_who_was_joined_comes_back_when_handing_on_fails() {
        FakePhone customer = customerCallsClerk();
        FakePhone consulting = room.call(CLERK, "102");
        FakePhone other = room.answeredAt(OTHER);
        room.rungAt(CLERK).joinsWith(consulting);
        other.handsOnTo("100");
        room.rungAt(BOSS).refuses(486);
        assertThat(other.progress).containsExactly(202, 486);
        assertThat(customer.hears(other)).isTrue();
        assertThat(room.calls.size()).isEqualTo(2);
    }

    @Test
    void one_who_was_joined_can_be_joined_with_a_fourth() {
        FakePhone customer = customerCallsClerk();
        FakePhone consulting = room.call(CLERK, "102");
        FakePhone other = room.answeredAt(OTHER);
        room.rungAt(CLERK).joinsWith(consulting);
        FakePhone consultingBoss = room.call(OTHER, "100");
        FakePhone boss = room.answeredAt(BOSS);
        other.joinsWith(consultingBoss);
        assertThat(other.progress).containsExactly(202, 200);
        assertThat(customer.hears(boss)).isTrue();
        assertThat(other.told).contains("hang up NORMAL");
        assertThat(consultingBoss.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isEqualTo(2);
        customer.hangsUp();
        assertThat(boss.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void somebody_elses_leg_cannot_be_joined() {
        FakePhone customer = customerCallsClerk();
        FakePhone boss = room.call(BOSS, "102");
        room.answeredAt(OTHER);
        FakePhone clerk = room.rungAt(CLERK);
        clerk.joinsWith(boss);
        assertThat(clerk.progress).containsExactly(403);
        assertThat(customer.hears(clerk)).isTrue();
    }

    @Test
    void remaining_one_may_have_hung_up_when_the_calls_are_to_be_joined() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        FakePhone consulting = room.call(CLERK, "102");
        FakePhone other = room.answeredAt(OTHER);
        customer.hangsUp();
        clerk.joinsWith(consulting);
        assertThat(clerk.progress).containsExactly(403);
        assertThat(consulting.hears(other)).isTrue();
    }

    @Test
    void limit_of_a_paid_call_ends_the_talk_of_those_who_were_joined() {
        FakePhone customer = customerCallsClerk();
        FakePhone clerk = room.rungAt(CLERK);
        FakePhone consulting = room.call(CLERK, "102");
        FakePhone other = room.answeredAt(OTHER);
        IncomingCall paid = room.business.arrivals.get(1);
        room.calls.limitTalk(paid.id(), new Step.TalkLimit(Duration.ofSeconds(60), Duration.ZERO));
        room.pass(Duration.ofSeconds(30));
        clerk.joinsWith(consulting);
        room.pass(Duration.ofSeconds(29));
        assertThat(customer.hears(other)).isTrue();
        room.pass(Duration.ofSeconds(2));
        assertThat(other.told).contains("hang up NORMAL");
        assertThat(customer.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isZero();
    }

    // ---- pick-up ------------------------------------------------------------------------------------------------

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
}
