package ro.clickphone.pbx.extension;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipUserTest {
    @ParameterizedTest
    @ValueSource(strings = {"53630-100", "1-9999", "999999999999999999-101"})
    void the_user_part_of_an_extension_is_read_and_written_alike(String user) {
        assertThat(SipUser.parse(user)).map(SipUser::toString).contains(user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-100",
                "53630",
                "53630-",
                "053-100",
                "0-100",
                "53630-099",
                "53630-10",
                "53630-10000",
                "53630-1a0",
                "5x-100",
                "+5-100",
                " 5-100",
                "5-100 ",
                "5--100",
                "5-100-1",
                "5-+100",
                "1999999999999999999-101",
                "٥-100",
                "5-١٠٠"
            })
    void whatever_else_is_nobodys(String user) {
        assertThat(SipUser.parse(user)).isEmpty();
    }
}
