package ro.clickphone.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final Hands clock = new Hands();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void address_that_guesses_too_often_is_shut_out_and_others_are_not() {
        fail("192.0.2.1", SignInThrottle.TRIES - 1);
        assertThat(throttle.mayTry("192.0.2.1")).isTrue();
        fail("192.0.2.1", 1);
        assertThat(throttle.mayTry("192.0.2.1")).isFalse();
        assertThat(throttle.mayTry("192.0.2.2")).isTrue();
    }

    @Test
    void address_may_try_again_after_the_window() {
        fail("192.0.2.1", SignInThrottle.TRIES);
        clock.now = clock.now.plus(SignInThrottle.WINDOW).minusMillis(1);
        assertThat(throttle.mayTry("192.0.2.1")).isFalse();
        clock.now = clock.now.plusMillis(1);
        assertThat(throttle.mayTry("192.0.2.1")).isTrue();
    }

    @Test
    void household_with_its_many_addresses_of_ipv6_has_the_tries_of_one() {
        IntStream.range(0, SignInThrottle.TRIES).forEach(i -> throttle.failed("2001:db8:1:2::%x".formatted(i)));
        assertThat(throttle.mayTry("2001:db8:1:2:ffff::1")).isFalse();
        assertThat(throttle.mayTry("2001:db8:1:3::1")).as("another household").isTrue();
    }

    @Test
    void flood_of_addresses_does_not_grow_the_memory() {
        fail("192.0.2.1", SignInThrottle.TRIES);
        IntStream.range(0, SignInThrottle.MOST_ADDRESSES)
                .forEach(i -> throttle.failed("2001:db8:0:%x::1".formatted(i)));
        assertThat(throttle.mayTry("192.0.2.1")).as("the oldest was forgotten").isTrue();
    }

    private void fail(String address, int times) {
        IntStream.range(0, times).forEach(time -> throttle.failed(address));
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-03-03T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
