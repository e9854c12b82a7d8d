package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which of the called user's phones ring first (RFC 3261 16.6), and what happens until that is known. */
class PreferenceTest extends DialScene {
    // ---- by preference (q) --------------------------------------------------------------------------------------

    @Test
    void phone_that_is_preferred_less_rings_when_the_first_one_did_not_answer_in_its_share_of_the_time() {
        Room room = dialling(ONE);
        room.devicesPreferred(ONE, 500, 1000, 1000);
        FakePhone caller = room.call(CALLER, "101");
        assertThat(room.invited).extracting(FakePhone::preference).containsExactly(1000, 1000);
        room.invited.get(0).rings();
        room.pass(Duration.ofSeconds(14));
        assertThat(room.invited).hasSize(2);
        room.pass(Duration.ofSeconds(2));
        assertThat(room.invited).extracting(FakePhone::preference).containsExactly(1000, 1000, 500);
        room.invited.get(2).answers();
        assertThat(caller.hears(room.invited.get(2))).isTrue();
        assertThat(room.invited.get(0).told).containsExactly("hang up ANSWERED_ELSEWHERE");
    }

    @Test
    void phone_that_is_preferred_less_rings_at_once_when_the_first_one_is_not_there() {
        Room room = dialling(ONE);
        room.devicesPreferred(ONE, 1000, 500);
        FakePhone caller = room.call(CALLER, "101");
        room.invited.get(0).refuses(480);
        assertThat(room.invited).hasSize(2);
        room.invited.get(1).refuses(486);
        assertThat(caller.told).contains("refuse 486");
    }

    @Test
    void user_who_declines_everywhere_is_not_rung_at_the_next_phone() {
        Room room = dialling(ONE);
        room.devicesPreferred(ONE, 1000, 500);
        FakePhone caller = room.call(CALLER, "101");
        room.invited.get(0).refuses(603);
        assertThat(room.invited).hasSize(1);
        assertThat(caller.told).contains("refuse 603");
    }

    @Test
    void nobody_is_rung_after_the_time_is_over() {
        Room room = dialling(ONE);
        room.devicesPreferred(ONE, 1000, 500, 300);
        FakePhone caller = room.call(CALLER, "101");
        room.pass(Duration.ofSeconds(31));
        assertThat(room.invited).hasSize(3);
        assertThat(caller.told).contains("refuse 480");
        room.pass(Duration.ofSeconds(60));
        assertThat(room.invited).hasSize(3);
    }

    // ---- what is not known of the phones yet --------------------------------------------------------------------

    @Test
    void nobody_is_rung_before_it_is_known_how() {
        Room room = dialling(ONE);
        room.phonesAreUnknown = true;
        FakePhone caller = room.call(CALLER, "101");
        assertThat(room.invited).isEmpty();
        room.businessAnswers();
        assertThat(caller.hears(room.answeredAt(ONE))).isTrue();
    }

    @Test
    void caller_who_hangs_up_before_it_is_known_how_to_ring_leaves_nothing_behind() {
        Room room = dialling(ONE);
        room.phonesAreUnknown = true;
        room.call(CALLER, "101").givesUp();
        room.businessAnswers();
        assertThat(room.invited).isEmpty();
        assertThat(room.calls.size()).isZero();
    }

    @Test
    void call_ends_in_time_when_it_never_becomes_known_how_to_ring() {
        Room room = dialling(ONE);
        room.phonesAreUnknown = true;
        FakePhone caller = room.call(CALLER, "101");
        room.pass(Duration.ofSeconds(31));
        assertThat(caller.told).contains("refuse 480");
        room.businessAnswers();
        assertThat(room.invited).isEmpty();
    }
}
