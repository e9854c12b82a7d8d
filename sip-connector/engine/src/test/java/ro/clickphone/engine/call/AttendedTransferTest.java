package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Step;

/** A party hands the other one on after a word with the third one. */
class AttendedTransferTest extends TransferScene {
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
}
