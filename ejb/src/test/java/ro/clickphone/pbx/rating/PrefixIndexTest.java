package ro.clickphone.pbx.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.number.NumberClass;

class PrefixIndexTest {
    @Test
    void the_longest_prefix_wins_also_where_premium_hides_under_national() {
        PrefixIndex index = new PrefixIndex(List.of(tariff("40"), tariff("407"), tariff("40900"), tariff("4090")));
        assertThat(found(index, "+40216583456")).contains("40");
        assertThat(found(index, "+40723456789")).contains("407");
        assertThat(found(index, "+40900123456")).contains("40900");
        assertThat(found(index, "40906123456")).contains("4090");
    }

    @Test
    void what_has_no_prefix_has_no_price() {
        PrefixIndex index = new PrefixIndex(List.of(tariff("407")));
        assertThat(found(index, "+40216583456")).isEmpty();
        assertThat(found(index, "+4")).isEmpty();
        assertThat(found(index, "")).isEmpty();
        assertThat(found(new PrefixIndex(List.of()), "+40723456789")).isEmpty();
    }

    @Test
    void it_finds_what_looking_at_every_prefix_finds() {
        Random random = new Random(11);
        Map<String, Tariff> tariffs = new TreeMap<>();
        while (tariffs.size() < 3_000) {
            String prefix = digits(random, 1 + random.nextInt(6));
            tariffs.put(prefix, tariff(prefix));
        }
        PrefixIndex index = new PrefixIndex(List.copyOf(tariffs.values()));
        for (int round = 0; round < 5_000; round++) {
            String number = digits(random, 3 + random.nextInt(12));
            Optional<String> longest =
                    tariffs.keySet().stream().filter(number::startsWith).max(Comparator.comparingInt(String::length));
            assertThat(found(index, number)).as(number).isEqualTo(longest);
        }
    }

    private static Optional<String> found(PrefixIndex index, String number) {
        return index.find(number).map(Tariff::prefix);
    }

    private static String digits(Random random, int length) {
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(3));
        while (digits.length() < length) {
            digits.append(random.nextInt(4));
        }
        return digits.toString();
    }

    private static Tariff tariff(String prefix) {
        return new Tariff(
                prefix, "to " + prefix, NumberClass.NATIONAL, Money.ofCents(1), Money.ZERO, Increments.SECONDS);
    }
}
