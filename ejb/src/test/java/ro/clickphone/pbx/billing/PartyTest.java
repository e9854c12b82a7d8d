package ro.clickphone.pbx.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.kernel.Refusal;

class PartyTest {
    private static final PostalAddress CLUJ = new PostalAddress("Str. Memorandumului 21", "Cluj-Napoca", County.CJ);

    @ParameterizedTest
    @CsvSource({"RO17072761,RO17072761", "ro 14835419,RO14835419", "14835419,14835419"})
    void a_real_tax_code_is_taken_however_it_is_typed(String typed, String printed) {
        assertThat(FiscalCode.parse(typed)).hasToString(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RO17072762", "14835410", "", "RO", "1", "12345678901", "RO1483541A", "01483541"})
    void a_tax_code_with_a_wrong_check_figure_is_refused(String typed) {
        assertThatThrownBy(() -> FiscalCode.parse(typed))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("billing.fiscalCode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE 123456789", "ATU12345678", "FRAB123456789", "bg1234567890"})
    void a_tax_code_of_another_country_is_refused_as_such_since_its_vat_is_not_known_here(String typed) {
        assertThatThrownBy(() -> FiscalCode.parse(typed))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("billing.abroad");
    }

    @Test
    void an_address_in_bucharest_names_its_sector() {
        assertThat(new PostalAddress("Calea Victoriei 1", "Sector 1", County.B).city())
                .isEqualTo("SECTOR1");
        assertThatThrownBy(() -> new PostalAddress("Calea Victoriei 1", "București", County.B))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("billing.sector");
    }

    @Test
    void a_private_person_goes_to_the_tax_office_as_thirteen_zeros() {
        Party person = new Party("Ion Popescu", Optional.empty(), "", CLUJ, "ion@popescu.example");
        assertThat(person.legalId()).isEqualTo("0000000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"J12/345/2015", "J2015000345123", "F40/1/2020"})
    void old_and_new_numbers_of_the_trade_register_are_taken(String number) {
        assertThat(company(number).tradeRegister()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X12/345/2015", "J12-345-2015", "345"})
    void what_is_no_number_of_the_trade_register_is_refused(String number) {
        assertThatThrownBy(() -> company(number)).hasMessageContaining("billing.tradeRegister");
    }

    @Test
    void a_line_break_in_a_name_is_refused() {
        assertThatThrownBy(() -> new Party("A\nB", Optional.empty(), "", CLUJ, "a@b.example"))
                .hasMessageContaining("billing.name");
    }

    @Test
    void a_bank_account_with_two_figures_swapped_is_refused() {
        assertThat(new Iban("RO49 AAAA 1B31 0075 9384 0000").value()).isEqualTo("RO49AAAA1B31007593840000");
        assertThatThrownBy(() -> new Iban("RO49AAAA1B31007593480000")).hasMessageContaining("billing.iban");
    }

    private static Party company(String register) {
        return new Party(
                "Exemplu SRL", Optional.of(FiscalCode.parse("RO14835419")), register, CLUJ, "office@exemplu.example");
    }
}
