package ro.clickphone.pbx.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.Dialled;
import ro.clickphone.pbx.number.NumberClass;
import ro.clickphone.pbx.number.NumberPlan;

class CallRulesTest {
    private static final Optional<ExtensionNumber> E100 = Optional.of(new ExtensionNumber(100));
    private static final Optional<ExtensionNumber> E101 = Optional.of(new ExtensionNumber(101));

    @ParameterizedTest
    @CsvSource({
        "0216583456, NATIONAL",
        "0371234567, NATIONAL",
        "0800123456, NATIONAL",
        "0723456789, MOBILE",
        "0651234567, MOBILE",
        "0037322123456, INTERNATIONAL",
        "0900123456, PREMIUM",
        "0870123456, PREMIUM",
        "0088123456789, PREMIUM",
        "1234, PREMIUM"
    })
    void each_class_is_refused_by_its_own_switch_and_by_no_other(String dialled, Destinations group) {
        for (Destinations switched : Destinations.values()) {
            Set<Destinations> others = EnumSet.complementOf(EnumSet.of(switched));
            CallRules rules = account(new Restrictions(others, Restrictions.Service.OPEN));
            assertThat(permits(rules, E100, dialled)).as("without " + switched).isEqualTo(switched != group);
        }
    }

    @Test
    void premium_numbers_are_forbidden_until_somebody_permits_them() {
        assertThat(permits(CallRules.USUAL, E100, "0900123456")).isFalse();
        assertThat(permits(CallRules.USUAL, E100, "0037322123456")).isTrue();
    }

    @Test
    void an_extension_may_be_forbidden_more_than_its_account_and_never_less() {
        Restrictions onlyNational = new Restrictions(Set.of(Destinations.NATIONAL), Restrictions.Service.OPEN);
        Restrictions all = new Restrictions(EnumSet.allOf(Destinations.class), Restrictions.Service.OPEN);
        CallRules tight = rules(Restrictions.USUAL, Map.of(E101.get(), onlyNational), List.of());
        assertThat(permits(tight, E100, "0723456789")).isTrue();
        assertThat(permits(tight, E101, "0723456789")).isFalse();
        CallRules loose = rules(onlyNational, Map.of(E101.get(), all), List.of());
        assertThat(permits(loose, E101, "0723456789")).isFalse();
    }

    @Test
    void blocked_refuses_all_numbers_even_white_ones_and_all_callers() {
        CallRules rules = rules(
                new Restrictions(EnumSet.allOf(Destinations.class), Restrictions.Service.BLOCKED),
                Map.of(),
                List.of(line(NumberLine.Way.OUT, "0723456789", NumberLine.Colour.WHITE)));
        assertThat(permits(rules, E100, "0723456789")).isFalse();
        assertThat(rules.admits(CallerId.of("+40723456789"))).isEqualTo(CallRules.Admission.BLOCKED);
    }

    @Test
    void the_line_that_matches_most_digits_decides() {
        CallRules rules = rules(
                new Restrictions(Set.of(Destinations.NATIONAL), Restrictions.Service.OPEN),
                Map.of(),
                List.of(
                        line(NumberLine.Way.OUT, "00373*", NumberLine.Colour.WHITE),
                        line(NumberLine.Way.OUT, "0037322*", NumberLine.Colour.BLACK),
                        line(NumberLine.Way.OUT, "0037322123456", NumberLine.Colour.WHITE)));
        assertThat(permits(rules, E100, "0037379123456")).isTrue();
        assertThat(permits(rules, E100, "0037322999999")).isFalse();
        assertThat(permits(rules, E100, "0037322123456")).isTrue();
        assertThat(permits(rules, E100, "004930123456"))
                .as("no line, forbidden class")
                .isFalse();
    }

    @Test
    void a_black_caller_is_refused_however_the_carrier_writes_the_number() {
        CallRules rules = rules(
                Restrictions.USUAL,
                Map.of(),
                List.of(line(NumberLine.Way.IN, "0723 456 789", NumberLine.Colour.BLACK)));
        for (String written : List.of("+40723456789", "0723456789", "0040723456789", "40723456789")) {
            assertThat(rules.admits(CallerId.of(written))).as(written).isEqualTo(CallRules.Admission.UNWANTED);
        }
        assertThat(rules.admits(CallerId.of("0723456780"))).isEqualTo(CallRules.Admission.WELCOME);
    }

    @Test
    void callers_without_a_number_are_refused_where_the_customer_says_so() {
        CallRules rules = new CallRules(Restrictions.USUAL, Map.of(), List.of(), CallRules.Anonymous.REFUSED);
        CallerId hidden = new CallerId("+40723456789", "", CallerId.Presentation.RESTRICTED);
        assertThat(rules.admits(CallerId.of(""))).isEqualTo(CallRules.Admission.ANONYMOUS);
        assertThat(rules.admits(hidden)).isEqualTo(CallRules.Admission.ANONYMOUS);
        assertThat(CallRules.USUAL.admits(hidden)).isEqualTo(CallRules.Admission.WELCOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "116000", "0040112"})
    void emergency_numbers_can_stand_in_no_list(String number) {
        assertThatThrownBy(() -> NumberPattern.parse(number)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "abc", "07*23", "+0*", "999999999999999999"})
    void what_is_no_number_is_refused(String number) {
        assertThatThrownBy(() -> NumberPattern.parse(number)).isInstanceOf(Refusal.class);
    }

    private static boolean permits(CallRules rules, Optional<ExtensionNumber> who, String dialled) {
        Dialled number = NumberPlan.classify(dialled);
        if (number instanceof Dialled.PublicNumber known) {
            return rules.permits(who, known.number().value(), known.numberClass());
        }
        if (number instanceof Dialled.ShortNumber known) {
            return rules.permits(who, known.number(), known.numberClass());
        }
        return rules.permits(who, dialled, NumberClass.SPECIAL);
    }

    private static NumberLine line(NumberLine.Way way, String number, NumberLine.Colour colour) {
        return new NumberLine(way, NumberPattern.parse(number), colour, "");
    }

    private static CallRules account(Restrictions restrictions) {
        return rules(restrictions, Map.of(), List.of());
    }

    private static CallRules rules(
            Restrictions account, Map<ExtensionNumber, Restrictions> extensions, List<NumberLine> lines) {
        return new CallRules(account, extensions, lines, CallRules.Anonymous.ADMITTED);
    }
}
