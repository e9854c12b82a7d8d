package ro.clickphone.pbx.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.number.NumberClass;

class TariffTest {
    private static final Tariff PER_SECOND = tariff("0.0450", "0", Increments.SECONDS);
    private static final Tariff WITH_CONNECTION = tariff("0.1400", "0.0300", new Increments(60, 1, 0));

    @Test
    void each_second_costs_a_sixtieth_of_the_minute_to_four_decimals() {
        assertThat(PER_SECOND.price(120)).isEqualTo(Money.ofEuro("0.0900"));
        assertThat(PER_SECOND.price(1)).isEqualTo(Money.ofEuro("0.0008"));
        assertThat(PER_SECOND.price(7)).isEqualTo(Money.ofEuro("0.0053"));
    }

    @Test
    void the_first_step_is_paid_whole_and_then_every_second() {
        assertThat(WITH_CONNECTION.price(1)).isEqualTo(Money.ofEuro("0.1700"));
        assertThat(WITH_CONNECTION.price(60)).isEqualTo(Money.ofEuro("0.1700"));
        assertThat(WITH_CONNECTION.price(61)).isEqualTo(Money.ofEuro("0.1723"));
    }

    @Test
    void whole_minutes_are_counted_whole() {
        Tariff minutes = tariff("1.2000", "0.1000", new Increments(60, 60, 0));
        assertThat(minutes.price(59)).isEqualTo(Money.ofEuro("1.3000"));
        assertThat(minutes.price(61)).isEqualTo(Money.ofEuro("2.5000"));
        assertThat(minutes.price(120)).isEqualTo(Money.ofEuro("2.5000"));
    }

    @Test
    void a_short_talk_counts_as_the_minimum() {
        Tariff thirty = tariff("0.0600", "0", new Increments(1, 1, 30));
        assertThat(thirty.price(3)).isEqualTo(Money.ofEuro("0.0300"));
        assertThat(thirty.price(31)).isEqualTo(Money.ofEuro("0.0310"));
    }

    @Test
    void nothing_talked_is_nothing_paid() {
        assertThat(WITH_CONNECTION.price(0)).isEqualTo(Money.ZERO);
    }

    @Test
    void included_seconds_come_first_and_the_rest_costs_as_if_it_had_begun_then() {
        Price price = WITH_CONNECTION.price(100, 70);
        assertThat(price.included()).isEqualTo(70);
        assertThat(price.billed()).isEqualTo(60);
        assertThat(price.amount()).isEqualTo(Money.ofEuro("0.1700"));
        assertThat(price.arithmetic()).isEqualTo("70 s × 0 + 0.0300 + 60 s × 0.1400/60 = 0.1700");
    }

    @Test
    void a_talk_within_the_included_seconds_costs_nothing_not_even_the_connection() {
        Price price = WITH_CONNECTION.price(40, 500);
        assertThat(price.amount()).isEqualTo(Money.ZERO);
        assertThat(price.included()).isEqualTo(40);
        assertThat(price.billed()).isZero();
    }

    @Test
    void money_is_turned_into_the_longest_talk_that_it_pays_for() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Tariff tariff = tariff(
                    "0." + (1000 + random.nextInt(8999)),
                    "0.0" + (100 + random.nextInt(899)),
                    new Increments(1 + random.nextInt(60), 1 + random.nextInt(60), random.nextInt(90)));
            Money money = new Money(random.nextInt(3_000_000));
            long seconds = tariff.secondsFor(money, 3_600);
            assertThat(tariff.price(seconds)).isLessThanOrEqualTo(money);
            if (seconds < 3_600) {
                assertThat(tariff.price(seconds + 1)).isGreaterThan(money);
            }
        }
    }

    private static Tariff tariff(String perMinute, String connection, Increments increments) {
        return new Tariff(
                "4072", "test", NumberClass.MOBILE, Money.ofEuro(perMinute), Money.ofEuro(connection), increments);
    }
}
