package ro.clickphone.pbx.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.kernel.Refusal;

class ExtensionNameTest {
    @Test
    void blanks_around_a_name_are_not_part_of_it() {
        assertThat(new ExtensionName("  IonescuPC \t").value()).isEqualTo("IonescuPC");
    }

    @Test
    void a_letter_and_its_separate_comma_become_one() {
        assertThat(new ExtensionName("S\u0326tefan").value()).isEqualTo("Ștefan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a<b>", "a\r\nVia: x", "a\\b", "a;b", "a\u0000b", "a\u202eb"})
    void what_would_leave_a_display_name_is_refused(String name) {
        assertThatThrownBy(() -> new ExtensionName(name))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("extension.name.characters"));
    }

    @Test
    void thirty_two_letters_fit_and_one_more_does_not() {
        assertThat(new ExtensionName("ș".repeat(32)).value()).hasSize(32);
        assertThatThrownBy(() -> new ExtensionName("ș".repeat(33))).hasMessageContaining("extension.name.long");
        assertThatThrownBy(() -> new ExtensionName("   ")).hasMessageContaining("extension.name.empty");
    }
}
