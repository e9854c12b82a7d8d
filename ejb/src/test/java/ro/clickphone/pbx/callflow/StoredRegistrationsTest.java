package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.clickphone.engine.api.Binding;
import ro.clickphone.engine.api.BindingChange;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.pbx.extension.RegistrationService;
import ro.clickphone.pbx.kernel.AccountId;

/** What stands of registrations after a stop, although refreshes are not written. */
class StoredRegistrationsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @RegisterExtension
    static final PaidExchange EXCHANGE = new PaidExchange();

    private AccountId account;
    private SipIdentity phone;

    @BeforeEach
    void customer() {
        PayingCustomer customer = EXCHANGE.customer(1);
        account = customer.account;
        phone = customer.phone(100).who();
        registers("127.0.0.1:5062");
        lives(Duration.ZERO);
    }

    @Test
    void a_refresh_writes_nothing() {
        String stored = row();
        for (int hours = 0; hours < 5; hours++) {
            lives(Duration.ofMinutes(50));
            refreshes();
        }
        assertThat(row()).isEqualTo(stored);
    }

    @Test
    void a_phone_that_was_refreshed_for_hours_is_reached_after_a_crash() {
        for (int hours = 0; hours < 5; hours++) {
            lives(Duration.ofMinutes(50));
            refreshes();
        }
        EXCHANGE.world.clock().advance(Duration.ofMinutes(10));
        afterStart(standing -> {
            assertThat(standing).singleElement().satisfies(binding -> {
                assertThat(binding.expiresAt()).isAfter(now().plus(Duration.ofMinutes(50)));
                assertThat(binding.expiresAt())
                        .as("a lifetime after the crash, and the time between two marks")
                        .isBefore(now().plus(Duration.ofMinutes(52)));
            });
        });
    }

    @Test
    void a_phone_that_had_no_chance_to_refresh_for_a_lifetime_is_forgotten() {
        lives(Duration.ofMinutes(50));
        refreshes();
        EXCHANGE.world.clock().advance(Duration.ofMinutes(62));
        afterStart(standing -> assertThat(standing).isEmpty());
        assertThat(rows()).isZero();
    }

    @Test
    void a_new_address_and_a_lifetime_are_written_at_once_and_an_end_too() {
        registers("127.0.0.1:5099");
        afterStart(standing -> assertThat(standing).singleElement().satisfies(binding -> assertThat(binding.received())
                .isEqualTo("127.0.0.1:5099")));
        EXCHANGE.events.bindingsChanged(
                List.of(new BindingChange.Removed(phone, "phone", BindingChange.Why.UNREGISTERED)));
        assertThat(rows()).isZero();
    }

    @Test
    void an_engine_that_starts_again_beside_a_living_business_gets_the_true_expiry() {
        lives(Duration.ofMinutes(50));
        refreshes();
        Instant expires = now().plus(HOUR);
        lives(Duration.ofMinutes(20));
        assertThat(mine(EXCHANGE.events.bindings()))
                .singleElement()
                .satisfies(binding -> assertThat(binding.expiresAt()).isEqualTo(expires));
    }

    /** Time goes by, and the exchange marks that it lives. */
    private void lives(Duration time) {
        EXCHANGE.world.clock().advance(time);
        EXCHANGE.the(RegistrationService.class).alive();
    }

    private void registers(String received) {
        EXCHANGE.events.bindingsChanged(List.of(new BindingChange.Stored(new Binding(
                phone,
                "phone",
                "sip:100@" + received,
                received,
                Transport.UDP,
                1000,
                List.of(),
                "registered",
                1,
                "test",
                now(),
                HOUR,
                now().plus(HOUR)))));
    }

    private void refreshes() {
        EXCHANGE.events.bindingsChanged(List.of(new BindingChange.Refreshed(phone, "phone", now().plus(HOUR))));
    }

    /** What the database gives a process that knows nothing else. */
    private void afterStart(Consumer<List<Binding>> look) {
        EXCHANGE.the(RegistrationService.class).takeOver();
        look.accept(mine(EXCHANGE.the(RegistrationService.class).stored()));
    }

    private List<Binding> mine(List<Binding> all) {
        return all.stream().filter(binding -> binding.who().equals(phone)).toList();
    }

    private static Instant now() {
        return EXCHANGE.world.clock().instant();
    }

    private long rows() {
        return EXCHANGE.world.number("SELECT COUNT(*) FROM registration WHERE account_id = " + account);
    }

    private String row() {
        return EXCHANGE.world
                .asked(db -> db.createNativeQuery(
                                "SELECT CONCAT_WS(' ', r.received, r.cseq, r.registered_at, r.expires_at)"
                                        + " FROM registration r WHERE account_id = " + account)
                        .getSingleResult())
                .toString();
    }
}
