package ro.clickphone.pbx.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.kernel.Refusal;

class PasswordsTest {
    private static final List<String> OWN = List.of("office@ionescu.example", "Ionescu Consult SRL");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "123456789012",
                "qwertyuiop12",
                "aaaaaaaaaaaaaaaa",
                "iloveyou1234",
                "ionescu12345",
                "short"
            })
    void common_repeated_short_and_own_words_are_refused(String password) {
        assertThatThrownBy(() -> Passwords.check(password, OWN)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"corect cal baterie", "Zq7pXm2LkT9w", "trei pisici pe un gard verde"})
    void long_ones_are_taken_whatever_their_characters(String password) {
        assertThatCode(() -> Passwords.check(password, OWN)).doesNotThrowAnyException();
    }

    @Test
    void nobody_makes_the_server_chew_on_a_book() {
        assertThatThrownBy(() -> Passwords.check("x".repeat(100_000), OWN)).isInstanceOf(Refusal.class);
    }
}
