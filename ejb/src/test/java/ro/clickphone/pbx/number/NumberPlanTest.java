package ro.clickphone.pbx.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;

class NumberPlanTest {
    @ParameterizedTest
    @CsvSource({
        "0216583456, +40216583456, NATIONAL",
        "0310050562, +40310050562, NATIONAL",
        "0256123456, +40256123456, NATIONAL",
        "0351123456, +40351123456, NATIONAL",
        "0361123456, +40361123456, NATIONAL",
        "0371234567, +40371234567, NATIONAL",
        "+40216583456, +40216583456, NATIONAL",
        "0040216583456, +40216583456, NATIONAL",
        "021 658 34 56, +40216583456, NATIONAL",
        "(021) 658-3456, +40216583456, NATIONAL",
        "0219361, +40219361, NATIONAL",
        "0219822, +40219822, NATIONAL",
        "0248956, +40248956, NATIONAL",
        "0801123456, +40801123456, NATIONAL",
        "0803123456, +40803123456, NATIONAL",
        "0723456789, +40723456789, MOBILE",
        "0701123456, +40701123456, MOBILE",
        "+40723456789, +40723456789, MOBILE",
        "0651234567, +40651234567, MOBILE",
        "0691234567, +40691234567, MOBILE",
        "0800123456, +40800123456, FREEPHONE",
        "0808123456, +40808123456, FREEPHONE",
        "0802123456, +40802123456, SPECIAL",
        "0805123456, +40805123456, SPECIAL",
        "0807123456, +40807123456, SPECIAL",
        "0870123456, +40870123456, SPECIAL",
        "0900123456, +40900123456, PREMIUM",
        "0903123456, +40903123456, PREMIUM",
        "0906123456, +40906123456, PREMIUM",
        "0037322123456, +37322123456, INTERNATIONAL",
        "+37322123456, +37322123456, INTERNATIONAL",
        "00442079460000, +442079460000, INTERNATIONAL",
        "+881612345678, +881612345678, SPECIAL",
        "00870773123456, +870773123456, SPECIAL"
    })
    void a_public_number_is_normalised_once_and_classified(String dialled, String e164, NumberClass numberClass) {
        assertThat(NumberPlan.classify(dialled)).isEqualTo(new Dialled.PublicNumber(new E164(e164), numberClass));
    }

    @ParameterizedTest
    @CsvSource({"112, 112", "116000, 116000", "116111, 116111", "116117, 116117", "+40112, 112", "0040112, 112"})
    void an_emergency_is_recognised_before_everything(String dialled, String number) {
        assertThat(NumberPlan.classify(dialled, any -> true)).isEqualTo(new Dialled.Emergency(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"**500", "**222", "****222", "*1"})
    void a_code_with_stars_is_the_exchanges_own(String code) {
        assertThat(NumberPlan.classify(code)).isEqualTo(new Dialled.FeatureCode(code));
    }

    @Test
    void an_own_extension_comes_before_a_short_number_of_the_public_network() {
        assertThat(NumberPlan.classify("1958", any -> true)).isEqualTo(new Dialled.Internal(new ExtensionNumber(1958)));
        assertThat(NumberPlan.classify("1958")).isEqualTo(new Dialled.ShortNumber("1958", NumberClass.SPECIAL));
        assertThat(NumberPlan.classify("1234")).isEqualTo(new Dialled.ShortNumber("1234", NumberClass.PREMIUM));
    }

    @Test
    void the_service_number_is_nobodys_extension() {
        assertThat(NumberPlan.classify("329", any -> true)).isEqualTo(new Dialled.Service("329"));
        assertThat(NumberPlan.isReserved(new ExtensionNumber(329))).isTrue();
        assertThat(NumberPlan.isReserved(new ExtensionNumber(112))).isTrue();
        assertThat(NumberPlan.isReserved(new ExtensionNumber(100))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "100", "999", "02165834", "021658345600", "0021", "+", "abc", "07234x6789", "021981x", "+400"
            })
    void what_nobody_can_be_called_by_is_invalid(String dialled) {
        assertThat(NumberPlan.classify(dialled)).isInstanceOf(Dialled.Invalid.class);
    }

    @Test
    void endless_digits_are_cut_before_they_are_looked_at() {
        assertThat(NumberPlan.classify("0".repeat(1_000_000))).isEqualTo(new Dialled.Invalid("0".repeat(40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+40310050562", "0040310050562", "40310050562", "0310050562"})
    void a_carrier_may_write_our_number_as_it_likes(String written) {
        assertThat(NumberPlan.fromCarrier(written)).contains(new E164("+40310050562"));
    }

    @Test
    void a_number_is_shown_as_people_dial_it() {
        assertThat(NumberPlan.asDialled(new E164("+40310050562"))).isEqualTo("0310050562");
        assertThat(NumberPlan.asDialled(new E164("+37322123456"))).isEqualTo("0037322123456");
    }
}
