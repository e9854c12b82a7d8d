package ro.clickphone.pbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.clickphone.pbx.callflow.ManualExample.TRUNK;
import static ro.clickphone.pbx.callflow.ManualExample.from;
import static ro.clickphone.pbx.callflow.ManualExample.message;
import static ro.clickphone.pbx.callflow.ManualExample.phone;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome.DialResult;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.fraud.CallRules;
import ro.clickphone.pbx.fraud.Destinations;
import ro.clickphone.pbx.fraud.Restrictions;
import ro.clickphone.pbx.ivr.MenuAction;
import ro.clickphone.pbx.ivr.MenuTree;

/** What an extension may dial, and in which order it is understood. */
class OutgoingCallTest {
    private final ManualExample customer = new ManualExample();

    @Test
    void colleague_rings_and_sees_number_and_name_whatever_the_phone_claims() {
        Conversation call = Conversation.of(from(100, "104"), customer);
        assertThat(call.rings()).containsExactly(phone(104));
        assertThat(call.dial().from()).isEqualTo(new CallerId("100", "IonescuPC", CallerId.Presentation.ALLOWED));
    }

    @Test
    void busy_colleague_is_486_and_absent_one_480() {
        assertThat(Conversation.of(from(100, "104"), customer)
                        .dialEnds(DialResult.BUSY, 486)
                        .step())
                .isEqualTo(Step.Reject.with(486));
        assertThat(Conversation.of(from(100, "104"), customer)
                        .dialEnds(DialResult.UNAVAILABLE)
                        .step())
                .isEqualTo(Step.Reject.with(480));
    }

    @Test
    void extension_that_dials_itself_is_busy() {
        assertThat(Conversation.of(from(100, "100"), customer).step()).isEqualTo(Step.Reject.with(486));
    }

    @ParameterizedTest
    @CsvSource({
        "0216583456, +40216583456",
        "0723456789, +40723456789",
        "+40216583456, +40216583456",
        "0037322123456, +37322123456",
        "0800123456, +40800123456"
    })
    void public_number_goes_out_by_the_trunk_under_the_accounts_number(String dialled, String number) {
        Conversation call = Conversation.of(from(100, dialled), customer);
        assertThat(call.rings()).containsExactly(new Party.PublicNumber(TRUNK, number));
        assertThat(call.dial().from().number()).isEqualTo("+40310050562");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0900123456", "0903123456", "0906123456", "0805123456", "1234"})
    void premium_and_special_numbers_are_refused_with_the_words_item_174(String dialled) {
        assertThat(Conversation.of(from(100, dialled), customer).step())
                .isEqualTo(new Step.Reject(403, Optional.of(message("restricted"))));
    }

    @Test
    void a_forbidden_class_is_refused_with_the_words_in_own_calls_and_forwards_alike() {
        customer.rules(only(Destinations.NATIONAL));
        assertThat(Conversation.of(from(100, "0723456789"), customer).step())
                .isEqualTo(new Step.Reject(403, Optional.of(message("restricted"))));
        customer.forward(101, Forward.When.ALWAYS, "+40723456789");
        assertThat(Conversation.of(from(100, "101"), customer).step()).isEqualTo(Step.Reject.with(480));
    }

    @Test
    void a_blocked_account_calls_nobody_inside_either_but_always_112() {
        customer.rules(blocked());
        assertThat(Conversation.of(from(100, "104"), customer).step())
                .isEqualTo(new Step.Reject(403, Optional.of(message("restricted"))));
        assertThat(Conversation.of(from(100, "112"), customer).rings())
                .containsExactly(new Party.PublicNumber(TRUNK, "112"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "116000", "+40112", "0040112"})
    void emergency_goes_out_before_every_rule(String dialled) {
        Conversation call = Conversation.of(from(100, dialled), customer.withoutLine());
        String number = dialled.endsWith("116000") ? "116000" : "112";
        assertThat(call.rings()).containsExactly(new Party.PublicNumber(TRUNK, number));
        assertThat(call.trail()).isEqualTo("emergency:" + number);
    }

    @Test
    void emergency_goes_out_even_from_an_extension_deleted_a_moment_ago() {
        assertThat(Conversation.of(from(199, "112"), customer).rings())
                .containsExactly(new Party.PublicNumber(TRUNK, "112"));
        assertThat(((Step.Reject) Conversation.of(from(199, "100"), customer).step()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**333", "*", "abc", "199", "99", "0", "01", "", "💣", "53631-100", "53631100"})
    void what_cannot_be_called_is_404_and_says_so(String dialled) {
        assertThat(Conversation.of(from(100, dialled), customer).step())
                .isEqualTo(new Step.Reject(404, Optional.of(message("not-in-service"))));
    }

    @Test
    void other_tenants_extension_answers_like_one_that_does_not_exist() {
        ManualExample other = new ManualExample();
        assertThat(Conversation.of(from(100, "53631-101"), other).step())
                .isEqualTo(Conversation.of(from(100, "53631-999"), other).step());
    }

    @Test
    void account_without_a_number_cannot_call_out() {
        assertThat(Conversation.of(from(100, "0216583456"), customer.withoutLine())
                        .step())
                .isEqualTo(Step.Reject.with(480));
    }

    @Test
    void caller_gets_the_carriers_own_status() {
        assertThat(Conversation.of(from(100, "0216583456"), customer)
                        .dialEnds(DialResult.UNAVAILABLE, 404)
                        .step())
                .isEqualTo(Step.Reject.with(404));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 401, 407})
    void what_is_between_us_and_the_carrier_is_not_shown(int status) {
        assertThat(Conversation.of(from(100, "0216583456"), customer)
                        .dialEnds(DialResult.FAILED, status)
                        .step())
                .isEqualTo(Step.Reject.with(480));
    }

    @Test
    void hidden_number_stays_hidden_outside() {
        IncomingCall anonymous = new IncomingCall(
                CallId.random(),
                phone(100),
                "0216583456",
                new CallerId("100", "", CallerId.Presentation.RESTRICTED),
                ManualExample.OPEN);
        assertThat(Conversation.of(anonymous, customer).dial().from().presentation())
                .isEqualTo(CallerId.Presentation.RESTRICTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**222", "****222"})
    void test_code_runs_the_menu_whatever_the_hours_item_135(String code) {
        Conversation call = Conversation.at(ManualExample.CLOSED, from(100, code), customer);
        assertThat(call.heard()).containsExactly(message("test-call"), message("menu-main-demo"));
        assertThat(call.press("1").press("1").rings()).containsExactly(phone(101));
        assertThat(call.trail()).startsWith("test menu:0");
    }

    @Test
    void test_code_runs_the_draft_while_callers_still_hear_the_live_menu_items_122_135() {
        MenuTree draft =
                MenuTree.of(List.of(ManualExample.menu(0, "Meniul principal", Map.of('5', new MenuAction.ToQueue()))));
        customer.drafting(draft);
        assertThat(Conversation.of(from(100, "**222"), customer).press("5").heard())
                .containsExactly(message("queue-welcome-demo"));
        assertThat(Conversation.of(ManualExample.fromOutside(), customer)
                        .press("5")
                        .heard())
                .contains(message("invalid-option"));
    }

    @Test
    void stranger_with_a_name_like_ours_is_no_extension() {
        IncomingCall call = new IncomingCall(
                CallId.random(),
                new Party.Extension(new SipIdentity("nobody", "pbx.clickphone.ro")),
                "100",
                CallerId.of("100"),
                ManualExample.OPEN);
        assertThat(((Step.Reject) Conversation.of(call, customer).step()).status())
                .isEqualTo(403);
    }

    private static CallRules only(Destinations permitted) {
        return rules(new Restrictions(Set.of(permitted), Restrictions.Service.OPEN));
    }

    private static CallRules blocked() {
        return rules(new Restrictions(EnumSet.allOf(Destinations.class), Restrictions.Service.BLOCKED));
    }

    private static CallRules rules(Restrictions restrictions) {
        return new CallRules(restrictions, Map.of(), List.of(), CallRules.Anonymous.ADMITTED);
    }
}
