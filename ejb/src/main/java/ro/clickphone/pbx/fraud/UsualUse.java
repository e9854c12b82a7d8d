package ro.clickphone.pbx.fraud;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an account calls the public network in its usual weeks, and what is not like it. Pure. The least that alarms is the
 * same for all; from there on it is measured by the account's own busiest minute and hour.
 *
 * @param perMinute calls in the busiest minute
 * @param numbersPerHour different numbers in the busiest hour
 * @param perOddHour calls in the busiest hour of a night or weekend
 * @param countries foreign ones that were called
 */
record UsualUse(long perMinute, long numbersPerHour, long perOddHour, Set<String> countries) {
    private static final long FACTOR = 3;
    private static final long LEAST_PER_MINUTE = 10;
    private static final long LEAST_NUMBERS = 30;
    private static final long LEAST_IN_ODD_HOUR = 5;
    private static final int MORNING = 6;
    private static final int NIGHT = 22;

    UsualUse {
        countries = Set.copyOf(countries);
    }

    /** @param past calls of the usual weeks, in any order */
    static UsualUse of(List<PlacedCall> past, ZoneId zone) {
        Map<Instant, Long> minutes = new HashMap<>();
        Map<Instant, Set<String>> hours = new HashMap<>();
        Map<Instant, Long> oddHours = new HashMap<>();
        Set<String> countries = new HashSet<>();
        for (PlacedCall call : past) {
            Instant hour = call.at().truncatedTo(ChronoUnit.HOURS);
            minutes.merge(call.at().truncatedTo(ChronoUnit.MINUTES), 1L, Long::sum);
            hours.computeIfAbsent(hour, any -> new HashSet<>()).add(call.number());
            if (isOdd(call.at(), zone)) {
                oddHours.merge(hour, 1L, Long::sum);
            }
            call.abroad().ifPresent(countries::add);
        }
        return new UsualUse(
                most(minutes),
                hours.values().stream().mapToLong(Set::size).max().orElse(0),
                most(oddHours),
                countries);
    }

    /** What is unusual now. @param lastHour calls of the last hour, the newest of which is being placed */
    List<UseAlarm> alarms(List<PlacedCall> lastHour, ZoneId zone, Instant now, OnAlarm answer) {
        List<UseAlarm> found = new ArrayList<>();
        long inAMinute = lastHour.stream()
                .filter(call -> call.at().isAfter(now.minus(1, ChronoUnit.MINUTES)))
                .count();
        if (inAMinute >= threshold(LEAST_PER_MINUTE, perMinute)) {
            found.add(new UseAlarm(UseAlarm.Kind.CALL_RATE, "", inAMinute, perMinute, now, answer));
        }
        long numbers = lastHour.stream().map(PlacedCall::number).distinct().count();
        if (numbers >= threshold(LEAST_NUMBERS, numbersPerHour)) {
            found.add(new UseAlarm(UseAlarm.Kind.MANY_NUMBERS, "", numbers, numbersPerHour, now, answer));
        }
        if (isOdd(now, zone) && lastHour.size() >= threshold(LEAST_IN_ODD_HOUR, perOddHour)) {
            found.add(new UseAlarm(UseAlarm.Kind.ODD_HOURS, "", lastHour.size(), perOddHour, now, answer));
        }
        lastHour.stream()
                .flatMap(call -> call.abroad().stream())
                .distinct()
                .filter(country -> !countries.contains(country))
                .forEach(country -> found.add(new UseAlarm(UseAlarm.Kind.NEW_COUNTRY, country, 1, 0, now, answer)));
        return found;
    }

    private static long threshold(long least, long usual) {
        return Math.max(least, FACTOR * usual);
    }

    private static long most(Map<Instant, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static boolean isOdd(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return local.getHour() < MORNING
                || local.getHour() >= NIGHT
                || local.getDayOfWeek() == DayOfWeek.SATURDAY
                || local.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
