package ro.clickphone.pbx.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.pbx.kernel.AccountId;

/** How long callers waited, as the record of the call tells it. */
class CallDetailTest {
    private static final Instant CAME = Instant.parse("2026-11-26T16:00:00Z");

    @Test
    void who_was_answered_waited_until_then_though_the_menu_had_spoken_before() {
        assertThat(call(Optional.of(CAME.plusMillis(42_700))).waited()).isEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void who_gave_up_waited_to_the_end() {
        assertThat(call(Optional.empty()).waited()).isEqualTo(Duration.ofSeconds(90));
    }

    private static CallDetail call(Optional<Instant> talkingAt) {
        return new CallDetail(
                new AccountId(1),
                CallId.random(),
                Direction.RECEIVED,
                "0216583456",
                "",
                "0310050563",
                CAME,
                Optional.of(CAME.plusSeconds(1)),
                talkingAt,
                CAME.plusSeconds(90),
                CallStatus.LOST,
                Duration.ZERO,
                "",
                HangupCause.NORMAL,
                "",
                CallPrice.NONE);
    }
}
