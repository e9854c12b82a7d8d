package ro.clickphone.pbx.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.access.Role;
import ro.clickphone.pbx.access.SlowHash;
import ro.clickphone.pbx.kernel.AccountId;

class PasswordHashTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Test
    void only_the_right_password_matches_and_no_two_hashes_are_alike() {
        String stored = SlowHash.of("corect cal baterie");

        assertThat(SlowHash.matches("corect cal baterie", stored)).isTrue();
        assertThat(SlowHash.matches("corect cal bateriE", stored)).isFalse();
        assertThat(SlowHash.of("corect cal baterie")).isNotEqualTo(stored);
    }

    @Test
    void after_ten_wrong_passwords_the_right_one_waits_a_quarter_of_an_hour() {
        UserEntity user = new UserEntity(
                Optional.of(new AccountId(53630)),
                new NewUser("a@b.example", "A", Role.OWNER, "corect cal baterie"),
                NOON);
        for (int i = 0; i < UserEntity.WRONG_PASSWORDS; i++) {
            assertThat(user.opensWith("gresit", NOON)).isFalse();
        }

        assertThat(user.opensWith("corect cal baterie", NOON.plusSeconds(1))).isFalse();
        assertThat(user.opensWith("corect cal baterie", NOON.plus(Duration.ofMinutes(15))))
                .isTrue();
    }
}
