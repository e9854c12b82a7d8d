package ro.clickphone.pbx.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;

class ForwardTargetsTest {
    private static final AccountId ACCOUNT = new AccountId(53630);

    @Test
    void the_manuals_example_is_accepted() {
        List<Extension> all = List.of(quiet(100), quiet(101));

        assertThat(ForwardTargets.parse("0723456789", all))
                .isEqualTo(new ForwardTarget.ToPublicNumber(new E164("+40723456789")));
        assertThat(ForwardTargets.parse("101", all)).isEqualTo(to(101));
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "116117", "329", "**500", "0900123456", "0870123456", "1958x", "", "hello"})
    void callers_are_not_sent_where_nobody_may_send_them(String target) {
        assertThatThrownBy(() -> ForwardTargets.parse(target, List.of(quiet(100))))
                .hasMessageContaining("forward.");
    }

    @Test
    void calls_that_would_come_back_are_refused() {
        List<Extension> all = List.of(quiet(100), busyTo(101, 102), busyTo(102, 100));

        assertThatThrownBy(() -> ForwardTargets.refuseLoop(new ExtensionNumber(100), to(101), all))
                .hasMessageContaining("forward.loop");
        assertThatThrownBy(() -> ForwardTargets.refuseLoop(new ExtensionNumber(100), to(100), all))
                .hasMessageContaining("forward.loop");
    }

    @Test
    void a_chain_that_ends_is_no_loop_nor_is_another_ones_loop_ours() {
        List<Extension> all = List.of(quiet(100), busyTo(101, 102), quiet(102), busyTo(103, 104), busyTo(104, 103));

        assertThatCode(() -> ForwardTargets.refuseLoop(new ExtensionNumber(100), to(101), all))
                .doesNotThrowAnyException();
        assertThatCode(() -> ForwardTargets.refuseLoop(new ExtensionNumber(100), to(103), all))
                .doesNotThrowAnyException();
    }

    @Test
    void a_remembered_forward_still_needs_its_extension() {
        Extension remembering = extension(101, new Forward.Remembered(to(100)));

        assertThat(ForwardTargets.uses(new ExtensionNumber(100), List.of(quiet(100), remembering)))
                .extracting(ExtensionUse::code)
                .containsExactly("use.forward");
    }

    private static ForwardTarget to(int extension) {
        return new ForwardTarget.ToExtension(new ExtensionNumber(extension));
    }

    private static Extension quiet(int number) {
        return extension(number, new Forward.Unset());
    }

    private static Extension busyTo(int number, int target) {
        return extension(number, new Forward.Active(to(target)));
    }

    private static Extension extension(int number, Forward busy) {
        ExtensionNumber extension = new ExtensionNumber(number);
        return new Extension(
                ACCOUNT,
                extension,
                "E" + number,
                new SipUser(ACCOUNT, extension).at("pbx.clickphone.ro"),
                Duration.ofSeconds(20),
                new Forward.Unset(),
                busy,
                new Forward.Unset(),
                false,
                Instant.EPOCH);
    }
}
