package ro.clickphone.pbx.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.AccountId;

class PinEntityTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final Pin RIGHT = new Pin("042917");
    private static final Pin WRONG = new Pin("042918");

    private final PinEntity pin = new PinEntity(new AccountId(53630), RIGHT, NOON);

    @Test
    void the_right_pin_waits_half_an_hour_after_five_wrong_ones() {
        for (int i = 1; i < PinEntity.MOST_WRONG; i++) {
            assertThat(pin.judge(WRONG, NOON)).isEqualTo(PinVerdict.WRONG);
        }
        assertThat(pin.judge(WRONG, NOON)).isEqualTo(PinVerdict.LOCKED_NOW);
        assertThat(pin.judge(RIGHT, NOON.plus(Duration.ofMinutes(29)))).isEqualTo(PinVerdict.LOCKED);
        assertThat(pin.judge(RIGHT, NOON.plus(Duration.ofMinutes(30)))).isEqualTo(PinVerdict.RIGHT);
    }

    @Test
    void a_new_pin_kills_the_old_one_and_opens_no_lock() {
        for (int i = 0; i < PinEntity.MOST_WRONG; i++) {
            pin.judge(WRONG, NOON);
        }
        pin.replace(new Pin("111222"), NOON);
        assertThat(pin.judge(new Pin("111222"), NOON)).isEqualTo(PinVerdict.LOCKED);
        Instant later = NOON.plus(PinEntity.LOCKED_FOR);
        assertThat(pin.judge(RIGHT, later)).isEqualTo(PinVerdict.WRONG);
        assertThat(pin.judge(new Pin("111222"), later)).isEqualTo(PinVerdict.RIGHT);
    }

    @Test
    void a_new_pin_gives_no_new_tries() {
        for (int i = 1; i < PinEntity.MOST_WRONG; i++) {
            pin.judge(WRONG, NOON);
        }
        pin.replace(RIGHT, NOON);
        assertThat(pin.judge(WRONG, NOON)).isEqualTo(PinVerdict.LOCKED_NOW);
    }

    @Test
    void a_pin_has_six_digits_and_stands_in_no_log_line() {
        assertThat(Pin.random().digits()).matches("[0-9]{6}");
        assertThat(new Pin("042917").toString()).doesNotContain("042917");
        assertThat(pin.judge(new Pin("42917"), NOON)).isEqualTo(PinVerdict.WRONG);
    }
}
