package ro.clickphone.pbx.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsualUseTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final UsualUse QUIET = new UsualUse(1, 4, 0, Set.of("MD"));

    /** A Tuesday, in working hours. */
    private static final Instant NOON = local("2015-10-06T12:00:00");

    @Test
    void ordinary_hour_alarms_nobody() {
        assertThat(alarms(QUIET, calls(9, NOON, "+4021658345"), NOON)).isEmpty();
    }

    @Test
    void tenth_call_in_a_minute_is_one_too_many_for_who_makes_one() {
        List<PlacedCall> calls = calls(10, NOON, "+4021658345");
        assertThat(alarms(QUIET, calls, NOON)).containsExactly(UseAlarm.Kind.CALL_RATE);
        UsualUse callCentre = new UsualUse(8, 200, 0, Set.of());
        assertThat(alarms(callCentre, calls, NOON)).isEmpty();
        assertThat(QUIET.alarms(calls, ZONE, NOON, OnAlarm.TELL).get(0).usual()).isEqualTo(1);
    }

    @Test
    void thirty_different_numbers_in_an_hour_are_unusual_and_thirty_calls_to_one_are_not() {
        List<PlacedCall> many = IntStream.range(0, 30)
                .mapToObj(n -> new PlacedCall(NOON.minusSeconds(100L * n), "+402165834" + (10 + n)))
                .toList();
        List<PlacedCall> one = IntStream.range(0, 30)
                .mapToObj(n -> new PlacedCall(NOON.minusSeconds(100L * n), "+40216583456"))
                .toList();
        assertThat(alarms(QUIET, many, NOON)).containsExactly(UseAlarm.Kind.MANY_NUMBERS);
        assertThat(alarms(QUIET, one, NOON)).isEmpty();
    }

    @Test
    void country_that_was_never_called_is_named() {
        List<UseAlarm> found = QUIET.alarms(
                List.of(new PlacedCall(NOON, "+37322123456"), new PlacedCall(NOON, "+5352661234")),
                ZONE,
                NOON,
                OnAlarm.HOLD);
        assertThat(found).extracting(UseAlarm::subject).containsExactly("CU");
        assertThat(found).extracting(UseAlarm::answer).containsExactly(OnAlarm.HOLD);
    }

    @Test
    void numbers_of_romania_and_short_ones_are_no_country() {
        assertThat(alarms(QUIET, List.of(new PlacedCall(NOON, "+40723456789"), new PlacedCall(NOON, "1958")), NOON))
                .isEmpty();
    }

    @Test
    void fifth_call_of_a_night_is_unusual_for_who_sleeps() {
        for (String odd : List.of("2015-10-06T03:00:00", "2015-10-06T22:30:00", "2015-10-10T12:00:00")) {
            Instant now = local(odd);
            assertThat(alarms(QUIET, spread(5, now), now)).as(odd).containsExactly(UseAlarm.Kind.ODD_HOURS);
            assertThat(alarms(QUIET, spread(4, now), now)).as(odd).isEmpty();
        }
        assertThat(alarms(QUIET, spread(5, NOON), NOON)).isEmpty();
    }

    @Test
    void usual_weeks_are_measured_by_their_busiest_minute_and_hour() {
        List<PlacedCall> past = Stream.of(
                        calls(7, local("2015-09-20T12:00:30"), "+4021658345"),
                        spread(3, local("2015-09-21T02:30:00")),
                        List.of(new PlacedCall(NOON, "+37322123456")))
                .flatMap(List::stream)
                .toList();
        UsualUse use = UsualUse.of(past, ZONE);
        assertThat(use.perMinute()).isEqualTo(7);
        assertThat(use.numbersPerHour()).isEqualTo(7);
        assertThat(use.perOddHour()).isEqualTo(7);
        assertThat(use.countries()).containsExactly("MD");
    }

    private static List<UseAlarm.Kind> alarms(UsualUse use, List<PlacedCall> calls, Instant now) {
        return use.alarms(calls, ZONE, now, OnAlarm.TELL).stream()
                .map(UseAlarm::kind)
                .toList();
    }

    /** At once, each to another number. */
    private static List<PlacedCall> calls(int count, Instant at, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(n -> new PlacedCall(at, prefix + n))
                .toList();
    }

    /** Five minutes between two, to one number. */
    private static List<PlacedCall> spread(int count, Instant last) {
        return IntStream.range(0, count)
                .mapToObj(n -> new PlacedCall(last.minusSeconds(300L * n), "+40216583456"))
                .toList();
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }
}
