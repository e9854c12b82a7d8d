package ro.clickphone.portal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

    @Test
    void moment_is_shown_in_the_account_s_zone_and_not_in_utc() {
        Instant moment = Instant.parse("2016-03-03T11:21:16Z");
        assertThat(Moments.moment(moment, BUCHAREST, ROMANIAN)).isEqualTo("03.03.2016 13:21:16");
        assertThat(Moments.moment(moment, BUCHAREST, Locale.ENGLISH)).isEqualTo("3 Mar 2016, 13:21:16");
    }

    @Test
    void summer_is_three_hours_ahead() {
        assertThat(Moments.moment(Instant.parse("2016-07-03T11:21:16Z"), BUCHAREST, ROMANIAN))
                .isEqualTo("03.07.2016 14:21:16");
    }

    @Test
    void duration_has_two_figures_a_place_and_hours_go_on() {
        assertThat(Moments.duration(Duration.ofSeconds(4))).isEqualTo("00:00:04");
        assertThat(Moments.duration(Duration.ofSeconds(64))).isEqualTo("00:01:04");
        assertThat(Moments.duration(Duration.ofHours(100).plusSeconds(59))).isEqualTo("100:00:59");
    }
}
