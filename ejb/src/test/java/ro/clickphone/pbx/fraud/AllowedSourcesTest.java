package ro.clickphone.pbx.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.clickphone.pbx.kernel.Refusal;

class AllowedSourcesTest {
    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
    private static final Countries COUNTRIES = new Countries();

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "192.0.2.0/24, ::ffff:192.0.2.9, true",
        "192.0.2.0/24, not an address, false",
        "192.0.2.0/24, '', false"
    })
    void a_network_admits_its_own_addresses(String network, String address, boolean admitted) {
        assertThat(of(network).admits(address, COUNTRIES, NOW)).isEqualTo(admitted);
    }

    @Test
    void without_a_line_everybody_comes_from_anywhere() {
        assertThat(AllowedSources.ANYWHERE.admits("203.0.113.9", COUNTRIES, NOW))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"193.231.0.1, RO", "8.8.8.8, US", "2001:b30::1, RO"})
    void the_table_knows_countries_of_both_families(String address, String country) {
        assertThat(COUNTRIES.of(Network.address(address).orElseThrow())).contains(country);
        assertThat(of(country).admits(address, COUNTRIES, NOW)).isTrue();
        assertThat(of("MD").admits(address, COUNTRIES, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "192.168.1.1", "::1", "fe80::1"})
    void private_addresses_are_in_no_country(String address) {
        assertThat(COUNTRIES.of(Network.address(address).orElseThrow())).isEmpty();
    }

    @Test
    void the_way_back_ends_by_itself_and_restricts_nobody() {
        AllowedSource wayBack = new AllowedSource("203.0.113.9", "", Optional.of(NOW.plus(Duration.ofHours(24))));
        AllowedSources sources = new AllowedSources(List.of(AllowedSource.of("192.0.2.0/24", ""), wayBack));
        assertThat(sources.admits("203.0.113.9", COUNTRIES, NOW)).isTrue();
        assertThat(sources.admits("203.0.113.9", COUNTRIES, NOW.plus(Duration.ofHours(24))))
                .isFalse();
        assertThat(new AllowedSources(List.of(wayBack)).admits("198.51.100.1", COUNTRIES, NOW))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0/0", "1.2.3.4/33", "::/0", "localhost", "example.com", "XX", "1.2.3/24"})
    void what_is_no_network_or_restricts_nothing_is_refused(String written) {
        assertThatThrownBy(() -> AllowedSource.of(written, "")).isInstanceOf(Refusal.class);
    }

    private static AllowedSources of(String... lines) {
        return new AllowedSources(
                Stream.of(lines).map(line -> AllowedSource.of(line, "")).toList());
    }
}
