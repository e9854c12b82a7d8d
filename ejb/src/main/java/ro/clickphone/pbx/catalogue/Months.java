package ro.clickphone.pbx.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** The calendar of fees: months as Bucharest counts them, whatever the customer's own zone, as the tables number them. */
final class Months {
    static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private Months() {}

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    static YearMonth month(Instant moment) {
        return YearMonth.from(day(moment));
    }

    static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    static YearMonth of(int number) {
        return YearMonth.of(number / 12, number % 12 + 1);
    }
}
