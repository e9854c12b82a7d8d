package ro.clickphone.pbx.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

class SipPasswordTest {
    private final SipUser user = new SipUser(new AccountId(53630), new ExtensionNumber(100));

    @Test
    void the_hashes_are_those_a_phone_computes() throws Exception {
        SipPassword password = new SipPassword("secret-100");

        assertThat(password.ha1Md5(user, "pbx.clickphone.ro")).isEqualTo(hash("MD5"));
        assertThat(password.ha1Sha256(user, "pbx.clickphone.ro")).isEqualTo(hash("SHA-256"));
    }

    @Test
    void a_random_password_is_long_and_never_the_same() {
        assertThat(SipPassword.random().value())
                .hasSize(20)
                .isNotEqualTo(SipPassword.random().value());
    }

    @Test
    void a_password_never_stands_in_a_log_by_accident() {
        assertThat(new SipPassword("secret-100")).asString().doesNotContain("secret");
    }

    @Test
    void a_password_that_phones_mistreat_is_refused() {
        assertThatThrownBy(() -> new SipPassword("short")).hasMessageContaining("extension.password");
        assertThatThrownBy(() -> new SipPassword("with \"quotes\"")).hasMessageContaining("extension.password");
    }

    @Test
    void only_an_account_and_an_extension_make_a_sip_user() {
        assertThat(SipUser.parse("53630-100")).contains(user);
        assertThat(SipUser.parse("53630-10")).isEmpty();
        assertThat(SipUser.parse("053630-100")).isEmpty();
        assertThat(SipUser.parse("9999999999999999999-100")).isEmpty();
        assertThat(SipUser.parse("53630-100 ")).isEmpty();
    }

    private static String hash(String algorithm) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance(algorithm)
                        .digest("53630-100:pbx.clickphone.ro:secret-100".getBytes(StandardCharsets.UTF_8)));
    }
}
