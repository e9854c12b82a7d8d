package ro.clickphone.pbx.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** "12345678901234567890" of RFC 6238, appendix B. */
    private static final Totp RFC = Totp.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_rfc(long second, String code) {
        assertThat(RFC.at(second / 30)).isEqualTo(code);
        assertThat(RFC.stepOf(code, Instant.ofEpochSecond(second), 0)).hasValue(second / 30);
    }

    @Test
    void a_code_works_once_and_no_older_one_after_it() {
        Instant now = Instant.ofEpochSecond(1111111111);
        long used = RFC.stepOf("050471", now, 0).orElseThrow();
        assertThat(RFC.stepOf("050471", now, used)).isEmpty();
        assertThat(RFC.stepOf(RFC.at(used - 1), now, used)).isEmpty();
    }

    @Test
    void a_clock_may_be_off_by_one_step_and_no_more() {
        Instant now = Instant.ofEpochSecond(1111111111);
        long step = 1111111111 / 30;
        assertThat(RFC.stepOf(RFC.at(step - 1), now, 0)).isPresent();
        assertThat(RFC.stepOf(RFC.at(step + 1), now, 0)).isPresent();
        assertThat(RFC.stepOf(RFC.at(step + 2), now, 0)).isEmpty();
        assertThat(RFC.stepOf(RFC.at(step - 2), now, 0)).isEmpty();
    }

    @Test
    void a_new_secret_is_one_of_160_bits_that_an_app_reads() {
        assertThat(Totp.newSecret()).matches("[A-Z2-7]{32}");
        assertThat(Totp.newSecret()).isNotEqualTo(Totp.newSecret());
    }
}
