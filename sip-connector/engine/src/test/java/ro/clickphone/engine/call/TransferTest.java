package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.LegRecord;

/** A party hands the other one on without a word with the third one. */
class TransferTest extends TransferScene {
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
}
