package ro.clickphone.portal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NewTrunk;

class TrunkFormTest {
    private static final TrunkConfig TRUNK = new TrunkConfig(
            new TrunkId(7),
            "Carrier",
            List.of(
                    new TrunkConfig.Peer("192.0.2.1", 5060, Transport.UDP, 1, 10),
                    new TrunkConfig.Peer("sip.example.net", 5061, Transport.TLS, 2, 1)),
            List.of("192.0.2.0/24", "2001:db8::1"),
            TrunkConfig.NumberFormat.NATIONAL,
            Optional.of(new TrunkConfig.Login("clickphone", "secret", TrunkConfig.Registration.REGISTERS)),
            List.of("PCMA", "G722"),
            30,
            new TrunkConfig.CallerRules(
                    TrunkConfig.Asserted.REMOTE_PARTY_ID, TrunkConfig.FromUser.LOGIN, Optional.of("+40310050562")),
            TrunkConfig.Watch.BY_CALLS,
            Optional.of(new TrunkId(9)));

    @Test
    void trunk_that_is_opened_and_saved_stays_as_it_was_and_its_password_is_not_in_the_form() {
        TrunkForm form = new TrunkForm(TRUNK);
        NewTrunk order = form.order();
        assertThat(order.peers())
                .containsExactly(
                        new NewTrunk.Peer("192.0.2.1", 5060, Transport.UDP, 1, 10),
                        new NewTrunk.Peer("sip.example.net", 5061, Transport.TLS, 2, 1));
        assertThat(order.sources()).isEqualTo(TRUNK.sources());
        assertThat(order.format()).isEqualTo(TRUNK.format());
        assertThat(order.login())
                .contains(new NewTrunk.Login("clickphone", Optional.empty(), TrunkConfig.Registration.REGISTERS));
        assertThat(order.codecs()).isEqualTo(TRUNK.codecs());
        assertThat(order.channels()).isEqualTo(30);
        assertThat(order.caller()).isEqualTo(TRUNK.caller());
        assertThat(order.watch()).isEqualTo(TRUNK.watch());
        assertThat(order.reserve()).contains(new TrunkId(9));
        assertThat(form.getPassword()).isEmpty();
    }

    @Test
    void refusal_stands_at_the_input_of_the_machine_it_is_about() {
        TrunkForm form = new TrunkForm(TRUNK);
        form.getMachines().get(1).setHost("no host!");
        Refusal refusal = catchThrowableOfType(Refusal.class, form::order);
        assertThat(refusal.code()).isEqualTo("trunk.host");
        assertThat(refusal.field()).isEqualTo("machines:1:host");
    }

    @Test
    void password_typed_before_a_refusal_is_not_lost_with_the_second_try() {
        TrunkForm form = new TrunkForm(TRUNK);
        form.setPassword("another");
        form.setPassword("");
        assertThat(form.order().login().orElseThrow().password()).contains("another");
    }

    @Test
    void account_without_a_user_is_refused_at_the_user() {
        TrunkForm form = new TrunkForm();
        form.getMachines().get(0).setHost("192.0.2.1");
        form.setAccount(TrunkForm.Account.STATIC);
        assertThat(catchThrowableOfType(Refusal.class, form::order).field()).isEqualTo("login-user");
    }
}
