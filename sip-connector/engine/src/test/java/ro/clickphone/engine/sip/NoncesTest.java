package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NoncesTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private Instant now = NOON;
    private final Nonces nonces = new Nonces(new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void nonce_lives_five_minutes() {
        String nonce = nonces.next();
        now = NOON.plus(Nonces.LIFE);
        assertThat(nonces.age(nonce)).isEqualTo(Nonces.Age.FRESH);
        now = now.plus(Duration.ofSeconds(1));
        assertThat(nonces.age(nonce)).isEqualTo(Nonces.Age.STALE);
        assertThat(Nonces.LIFE).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void nonce_that_another_made_is_foreign() {
        assertThat(nonces.age(new Nonces(Clock.systemUTC()).next())).isEqualTo(Nonces.Age.FOREIGN);
        assertThat(nonces.age("anything")).isEqualTo(Nonces.Age.FOREIGN);
    }

    /** Phones with several calls at once send counts a little out of order. */
    @Test
    void each_count_is_good_once_also_out_of_order() {
        String nonce = nonces.next();
        assertThat(nonces.use(nonce, 1)).isTrue();
        assertThat(nonces.use(nonce, 3)).isTrue();
        assertThat(nonces.use(nonce, 2)).isTrue();
        assertThat(nonces.use(nonce, 2)).isFalse();
        assertThat(nonces.use(nonce, 3)).isFalse();
    }
}
