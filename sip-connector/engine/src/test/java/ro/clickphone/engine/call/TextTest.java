package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void stranger_s_words_are_one_line_without_characters_that_nobody_sees() {
        assertThat(Text.line("Ana\r\n2026 INFO faked\u0000\u001b[31m\u202egnp\ud800"))
                .isEqualTo("Ana??2026 INFO faked??[31m?gnp?");
        assertThat(Text.line("Ștefănescu 中文")).isEqualTo("Ștefănescu 中文");
    }

    @Test
    void they_are_not_endless() {
        assertThat(Text.line("x".repeat(5_000))).hasSize(201).endsWith("…");
    }
}
