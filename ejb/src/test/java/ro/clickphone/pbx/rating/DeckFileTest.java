package ro.clickphone.pbx.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberClass;

class DeckFileTest {
    @Test
    void a_line_says_all_of_a_tariff() {
        DeckFile file = read("\uFEFFprefix;destinație;clasă;preț;conectare;primul;următorul;minim\n"
                + "4072;\"România; mobil\";mobile;0,0450;0,01;60;1;30\n");
        assertThat(file.errors()).isEmpty();
        assertThat(file.tariffs())
                .containsExactly(new Tariff(
                        "4072",
                        "România; mobil",
                        NumberClass.MOBILE,
                        Money.ofEuro("0.045"),
                        Money.ofEuro("0.01"),
                        new Increments(60, 1, 30)));
    }

    @Test
    void commas_separate_too_and_what_is_left_out_is_usual() {
        assertThat(read("49,Germania,INTERNATIONAL,0.019\r\n\r\n").tariffs())
                .containsExactly(new Tariff(
                        "49",
                        "Germania",
                        NumberClass.INTERNATIONAL,
                        Money.ofEuro("0.019"),
                        Money.ZERO,
                        Increments.SECONDS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40;Romania|rating.line.columns",
                "1;2;3;4;5;6;7;8;9|rating.line.columns",
                "0040;Romania;NATIONAL;0.01|rating.line.prefix",
                "4O7;Romania;NATIONAL;0.01|rating.line.prefix",
                "4071234567890123;Romania;NATIONAL;0.01|rating.line.prefix",
                "40;;NATIONAL;0.01|rating.line.destination",
                "40;Romania;FIXED;0.01|rating.line.class",
                "40;Romania;NATIONAL;-0.01|rating.line.price",
                "40;Romania;NATIONAL;0.0000001|rating.line.price",
                "40;Romania;NATIONAL;1000000|rating.line.price",
                "40;Romania;NATIONAL;NaN|rating.line.price",
                "40;Romania;NATIONAL;1e3|rating.line.price",
                "40;Romania;NATIONAL;0.01;0.00001|rating.line.price",
                "40;Romania;NATIONAL;0.01;0;0|rating.line.seconds",
                "40;Romania;NATIONAL;0.01;0;1;0|rating.line.seconds",
                "40;Romania;NATIONAL;0.01;0;1;1;4000|rating.line.seconds",
                "40;Romania;NATIONAL;0.01;0;-1|rating.line.seconds",
            })
    void a_wrong_line_is_named(String line, String code) {
        DeckFile file = read("49;Germania;INTERNATIONAL;0.019\n" + line + "\n");
        assertThat(file.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.code()).isEqualTo(code);
        });
        assertThat(file.tariffs()).hasSize(1);
    }

    @Test
    void a_prefix_that_comes_twice_is_named_with_both_lines() {
        DeckFile file = read("40;a;NATIONAL;0.01\n407;b;MOBILE;0.04\n40;c;NATIONAL;0.02\n");
        assertThat(file.errors()).containsExactly(new LineError(3, "rating.line.twice", List.of("40", "1")));
    }

    @Test
    void a_file_full_of_nonsense_is_counted_but_not_kept() {
        String nonsense = IntStream.range(0, 5_000).mapToObj(i -> "x" + i).collect(Collectors.joining("\n"));
        DeckFile file = read("heading\n" + nonsense);
        assertThat(file.wrong()).isEqualTo(5_000);
        assertThat(file.errors()).hasSizeLessThan(500);
    }

    @Test
    void no_prices_or_no_text_at_all_is_refused() {
        assertThatThrownBy(() -> read("\n\n")).isInstanceOf(Refusal.class).hasMessageContaining("rating.file.empty");
        assertThatThrownBy(() -> DeckFile.read(new byte[] {(byte) 0xC3, (byte) 0x28}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rating.file.encoding");
    }

    private static DeckFile read(String text) {
        return DeckFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
