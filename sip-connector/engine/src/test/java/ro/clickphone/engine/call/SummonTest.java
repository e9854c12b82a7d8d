package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallRecord;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Progress;
import ro.clickphone.engine.api.Summons;

/** The caller's own phones ring first; whoever answers has dialled. */
class SummonTest {
    private static final Party.Extension CLERK = Room.extension(100);
    private static final Party.PublicNumber MOBILE = Room.outside("+40723456789");

    private static final Duration RING_TIME = Duration.ofSeconds(30);
    private static final Party.PublicNumber OWN_MOBILE = Room.outside("+40745000111");

    private Room room;
    private IncomingCall wanted;

    @BeforeEach
    void open() {
        room = Room.where(call -> Room.dial(MOBILE));
    }

    private void summon() {
        wanted = new IncomingCall(CallId.random(), CLERK, "0723456789", CallerId.of("100"), room.now());
        summon(Summons.ofSource(wanted, FlowState.NONE, RING_TIME));
    }

    private void summon(Summons summons) {
        room.calls.summon(summons, room.calls.newMailbox());
    }

    @Test
    void who_answers_has_dialled_and_talks_with_who_was_wanted() {
        summon();
        FakePhone clerk = room.rungAt(CLERK);
        assertThat(clerk.invitation.orElseThrow().from().number()).isEqualTo("0723456789");
        assertThat(wasDialled()).as("dialled before").isFalse();

        clerk.rings();
        clerk.answers();
        FakePhone mobile = room.answeredAt(MOBILE);
        assertThat(clerk.hears(mobile)).isTrue();

        clerk.hangsUp();
        assertThat(record().progress()).isInstanceOf(Progress.Talked.class);
        assertThat(record().endedBy()).isEqualTo(CallRecord.Ender.CALLER);
        assertThat(mobile.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void who_is_out_of_the_office_is_rung_there_sees_the_account_s_number_and_has_dialled() {
        wanted = new IncomingCall(CallId.random(), CLERK, "0723456789", CallerId.of("100"), room.now());
        summon(new Summons(wanted, OWN_MOBILE, CallerId.of("+40310050562"), FlowState.NONE, RING_TIME));
        FakePhone own = room.rungAt(OWN_MOBILE);
        assertThat(own.invitation.orElseThrow().from().number()).isEqualTo("+40310050562");
        assertThat(wasDialled()).as("dialled before").isFalse();

        own.answers();
        FakePhone mobile = room.answeredAt(MOBILE);
        assertThat(own.hears(mobile)).isTrue();

        room.pass(Duration.ofSeconds(20));
        mobile.hangsUp();
        assertThat(own.told).contains("hang up NORMAL");
        assertThat(record().arrival().source()).isEqualTo(CLERK);
        assertThat(record().legs().get(0).party()).isEqualTo(OWN_MOBILE);
        assertThat(record().legs().get(0).progress()).isInstanceOf(Progress.Talked.class);
    }

    @Test
    void of_two_devices_the_first_that_answers_is_the_caller_and_the_other_is_silent() {
        room.devices(CLERK, 2);
        summon();
        List<FakePhone> both =
                room.invited.stream().filter(phone -> phone.party.equals(CLERK)).toList();
        both.get(1).answers();
        assertThat(both.get(0).told).contains("hang up ANSWERED_ELSEWHERE");
        both.get(0).answers();
        assertThat(both.get(1).hears(room.answeredAt(MOBILE))).isTrue();
    }

    @Test
    void who_does_not_answer_has_not_dialled() {
        summon();
        FakePhone clerk = room.rungAt(CLERK);
        room.pass(Duration.ofSeconds(31));
        assertThat(clerk.told).contains("hang up NO_ANSWER");
        isOver(HangupCause.NO_ANSWER);
    }

    @Test
    void who_declines_has_not_dialled() {
        summon();
        room.rungAt(CLERK).refuses(603);
        isOver(HangupCause.REJECTED);
    }

    @Test
    void who_is_nowhere_has_not_dialled() {
        room.devices(CLERK, 0);
        summon();
        isOver(HangupCause.UNAVAILABLE);
    }

    @Test
    void a_call_that_is_ended_while_it_rings_rings_no_more() {
        summon();
        FakePhone clerk = room.rungAt(CLERK);
        room.calls.hangUp(wanted.id(), HangupCause.NORMAL);
        assertThat(clerk.told).contains("hang up NORMAL");
        assertThat(room.calls.size()).isZero();
    }

    private boolean wasDialled() {
        return room.invited.stream().anyMatch(phone -> phone.party.equals(MOBILE));
    }

    private void isOver(HangupCause why) {
        assertThat(record().cause()).isEqualTo(why);
        assertThat(record().progress()).isInstanceOf(Progress.Unanswered.class);
        assertThat(wasDialled()).isFalse();
        assertThat(room.calls.size()).isZero();
    }

    private CallRecord record() {
        assertThat(room.records).hasSize(1);
        return room.records.get(0);
    }
}
