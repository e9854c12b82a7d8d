package ro.clickphone.pbx.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ro.clickphone.pbx.kernel.Money;

/**
 * What calls cost in a month.
 *
 * @param days every day of the month, also those without a paid call
 * @param destinations as the price lists name them, the dearest first
 */
public record CallSpending(SortedMap<LocalDate, Money> days, List<OfDestination> destinations) {
    /** Calls to one destination. */
    public record OfDestination(String name, long calls, long seconds, Money amount) {}

    public CallSpending {
        days = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(days));
        destinations = List.copyOf(destinations);
    }

    /**
     * Pure: quarters of an hour gathered to days. No zone of the world is off by less than a quarter.
     *
     * @param quarters what began in the quarter of an hour from that moment on
     */
    static SortedMap<LocalDate, Money> byDay(YearMonth month, ZoneId zone, Map<Instant, Money> quarters) {
        SortedMap<LocalDate, Money> days = new TreeMap<>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            days.put(month.atDay(day), Money.ZERO);
        }
        quarters.forEach((from, amount) -> days.merge(LocalDate.ofInstant(from, zone), amount, Money::plus));
        return days;
    }
}
