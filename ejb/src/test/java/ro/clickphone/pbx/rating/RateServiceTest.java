package ro.clickphone.pbx.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.clickphone.pbx.demo.DemoRates;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberClass;
import ro.clickphone.pbx.world.World;

class RateServiceTest {
    private static World world;
    private static RateService rates;
    private static int round;

    @BeforeAll
    static void open() {
        world = World.open();
        rates = world.the(RateService.class);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void nothing_sold_yet() {
        world.clock().set(Instant.parse("2015-10-05T08:30:00Z").plus(Duration.ofDays(100L * ++round)));
        world.asked(db -> db.createNativeQuery("DELETE FROM rate_deck").executeUpdate());
    }

    @Test
    void a_staged_deck_prices_nothing_until_it_is_applied() {
        Deck deck = stage("40;România;NATIONAL;0.0150\n407;România mobil;MOBILE;0.0450\n")
                .staged()
                .orElseThrow();
        assertThat(price("+40723456789")).isEmpty();
        rates.apply(deck.id());
        assertThat(price("+40723456789")).contains(Money.ofEuro("0.045"));
        assertThat(price("+40216583456")).contains(Money.ofEuro("0.015"));
        assertThat(price("+4930123456")).isEmpty();
    }

    @Test
    void a_deck_with_one_wrong_line_is_not_kept_at_all() {
        Import result = stage("40;România;NATIONAL;0.0150\n407;România mobil;MOBILE;zero\n");
        assertThat(result.staged()).isEmpty();
        assertThat(result.wrong()).isEqualTo(1);
        assertThat(world.number("SELECT COUNT(*) FROM rate")).isZero();
        assertThat(rates.decks()).isEmpty();
    }

    @Test
    void a_call_costs_what_was_in_force_when_it_began() {
        apply("40;România;NATIONAL;0.0150\n");
        Instant before = world.clock().instant();
        LocalDate today = LocalDate.ofInstant(before, ZoneId.of("Europe/Bucharest"));
        Import planned =
                rates.stage("Noiembrie", Optional.of(today.plusDays(27)), bytes("40;România;NATIONAL;0.0200\n"));
        rates.apply(planned.staged().orElseThrow().id());
        assertThat(price("+40216583456")).contains(Money.ofEuro("0.015"));
        world.clock()
                .set(today.plusDays(27)
                        .atStartOfDay(ZoneId.of("Europe/Bucharest"))
                        .toInstant());
        assertThat(price("+40216583456")).contains(Money.ofEuro("0.02"));
        assertThat(rates.tariff("+40216583456", before).map(Tariff::perMinute)).contains(Money.ofEuro("0.015"));
    }

    @Test
    void a_preview_says_what_would_change() {
        apply("40;România;NATIONAL;0.0150\n407;România mobil;MOBILE;0.0450\n49;Germania;INTERNATIONAL;0.02\n33;Franța;"
                + "INTERNATIONAL;0.02\n39;Italia;INTERNATIONAL;0.02\n");
        DeckChange change = stage(
                        "40;România;NATIONAL;0.0150\n407;România mobil;MOBILE;0.0500\n49;Germania;"
                                + "INTERNATIONAL;0.01\n33;Franța continentală;INTERNATIONAL;0.02\n34;Spania;INTERNATIONAL;0.02\n")
                .change();
        assertThat(change.count(DeckChange.Kind.SAME)).isEqualTo(1);
        assertThat(change.count(DeckChange.Kind.DEARER)).isEqualTo(1);
        assertThat(change.count(DeckChange.Kind.CHEAPER)).isEqualTo(1);
        assertThat(change.count(DeckChange.Kind.OTHERWISE)).isEqualTo(1);
        assertThat(change.count(DeckChange.Kind.ADDED)).isEqualTo(1);
        assertThat(change.count(DeckChange.Kind.REMOVED)).isEqualTo(1);
        assertThat(change.examples()).extracting(DeckChange.Line::prefix).contains("407", "49", "33", "34", "39");
    }

    @Test
    void a_deck_is_applied_once_and_one_in_force_stays() {
        Deck deck = stage("40;România;NATIONAL;0.0150\n").staged().orElseThrow();
        rates.apply(deck.id());
        assertThatThrownBy(() -> rates.apply(deck.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> rates.discard(deck.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> rates.withdraw(deck.id())).hasMessageContaining("rating.deck.inForce");
        assertThatThrownBy(() -> rates.stage("x", Optional.of(LocalDate.of(2015, 10, 4)), bytes("40;a;NATIONAL;1\n")))
                .hasMessageContaining("rating.deck.past");
    }

    @Test
    void a_hundred_thousand_prefixes_go_in_and_are_found() {
        String lines = IntStream.range(0, 100_000)
                .mapToObj(i -> (100_000 + i) + ";Zona " + i % 700 + ";INTERNATIONAL;0." + (1000 + i % 9000))
                .collect(Collectors.joining("\n"));
        apply(lines);
        assertThat(price("+150000123456")).contains(Money.ofEuro("0.6000"));
        assertThat(rates.search("zona 699", 20)).hasSize(20);
    }

    @Test
    void the_demo_knows_romania_and_the_world_and_no_premium_number_is_national() {
        world.the(DemoRates.class).create();
        assertThat(rates.lookUp("0723 456 789").map(Tariff::destination)).contains("România mobil");
        assertThat(rates.lookUp("0371234567").map(Tariff::numberClass)).contains(NumberClass.NATIONAL);
        assertThat(rates.lookUp("0900 123 456").map(Tariff::numberClass)).contains(NumberClass.PREMIUM);
        assertThat(rates.lookUp("+373 22 123456").map(Tariff::destination)).contains("Republica Moldova fix");
        assertThat(rates.lookUp("0049").map(Tariff::destination)).contains("Germania fix");
        assertThat(rates.lookUp("nobody")).isEmpty();
        assertThat(rates.search("elvetia", 9))
                .extracting(one -> one.tariff().destination())
                .contains("Elveția fix", "Elveția mobil");
        assertThat(rates.search("germany", 9)).isNotEmpty();
    }

    private static Optional<Money> price(String number) {
        return rates.tariff(number, world.clock().instant()).map(Tariff::perMinute);
    }

    private static Import stage(String lines) {
        return rates.stage("Preturi", Optional.empty(), bytes(lines));
    }

    private static void apply(String lines) {
        rates.apply(stage(lines).staged().orElseThrow().id());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
