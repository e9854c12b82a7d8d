package ro.clickphone.engine.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.TestBusiness;
import ro.clickphone.engine.api.BlockedSource;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.call.Tells;

/** Whose wrong passwords count as whose; the whole door is tried in RegistrationTest and by real telephones. */
class SourceGuardTest {
    private static final SipIdentity SOMEBODY = new SipIdentity("53630-100", "pbx.clickphone.ro");

    private final SourceGuard guard = new SourceGuard(
            new Tells(new TestBusiness(
                    call -> new CallStep(Step.Reject.with(403), FlowState.NONE),
                    ended -> new CallStep(Step.Reject.with(403), FlowState.NONE))),
            Clock.fixed(Instant.parse("2026-03-03T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void neighbours_of_a_guesser_are_not_cut_off() throws Exception {
        for (int i = 0; i <= SourceGuard.MOST_WRONG; i++) {
            guard.wrongPassword(address("192.0.2.1"), SOMEBODY);
        }
        assertThat(guard.isBlocked(address("192.0.2.1"))).isTrue();
        assertThat(guard.isBlocked(address("192.0.2.2"))).isFalse();
    }

    @Test
    void household_with_its_many_addresses_of_ipv6_has_the_tries_of_one() throws Exception {
        for (int i = 0; i <= SourceGuard.MOST_WRONG; i++) {
            guard.wrongPassword(address("2001:db8:1:2::" + i), SOMEBODY);
        }
        assertThat(guard.isBlocked(address("2001:db8:1:2:ffff::1"))).isTrue();
        assertThat(guard.isBlocked(address("2001:db8:1:3::1")))
                .as("another household")
                .isFalse();
        assertThat(guard.blocked()).extracting(BlockedSource::address).containsExactly("2001:db8:1:2:0:0:0:0");

        guard.release("2001:db8:1:2:0:0:0:0");
        assertThat(guard.isBlocked(address("2001:db8:1:2::5"))).isFalse();
    }

    @Test
    void guessers_from_everywhere_do_not_fill_the_memory_and_who_is_blocked_stays_blocked() throws Exception {
        for (int i = 0; i <= SourceGuard.MOST_WRONG; i++) {
            guard.wrongPassword(address("192.0.2.1"), SOMEBODY);
        }
        for (int i = 0; i < SourceGuard.MOST_SOURCES + 1_000; i++) {
            guard.wrongPassword(
                    InetAddress.getByAddress(new byte[] {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i}), SOMEBODY);
        }
        assertThat(guard.remembered()).isLessThanOrEqualTo(SourceGuard.MOST_SOURCES);
        assertThat(guard.isBlocked(address("192.0.2.1"))).isTrue();
    }

    private static InetAddress address(String digits) throws UnknownHostException {
        return InetAddress.getByName(digits);
    }
}
