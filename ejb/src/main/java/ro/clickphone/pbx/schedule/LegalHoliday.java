package ro.clickphone.pbx.schedule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;

/** The legal holidays of Romania (Codul muncii, art. 139), in the order of the year; the movable ones go by the Orthodox Easter. */
public enum LegalHoliday {
    NEW_YEAR(MonthDay.of(1, 1)),
    DAY_AFTER_NEW_YEAR(MonthDay.of(1, 2)),
    EPIPHANY(MonthDay.of(1, 6)),
    SAINT_JOHN(MonthDay.of(1, 7)),
    UNION_OF_PRINCIPALITIES(MonthDay.of(1, 24)),
    GOOD_FRIDAY(-2),
    EASTER(0),
    EASTER_MONDAY(1),
    LABOUR_DAY(MonthDay.of(5, 1)),
    PENTECOST(49),
    PENTECOST_MONDAY(50),
    CHILDRENS_DAY(MonthDay.of(6, 1)),
    DORMITION(MonthDay.of(8, 15)),
    SAINT_ANDREW(MonthDay.of(11, 30)),
    NATIONAL_DAY(MonthDay.of(12, 1)),
    CHRISTMAS(MonthDay.of(12, 25)),
    DAY_AFTER_CHRISTMAS(MonthDay.of(12, 26));

    private final IntFunction<LocalDate> rule;

    LegalHoliday(MonthDay fixed) {
        rule = fixed::atYear;
    }

    LegalHoliday(int daysAfterEaster) {
        rule = year -> orthodoxEaster(year).plusDays(daysAfterEaster);
    }

    public LocalDate in(int year) {
        return rule.apply(year);
    }

    /** Two may fall together, as Pentecost Monday and Children's Day in 2026: the first of this list is named. */
    public static Optional<LegalHoliday> on(LocalDate day) {
        return Arrays.stream(values())
                .filter(holiday -> holiday.in(day.getYear()).equals(day))
                .findFirst();
    }

    /** Meeus's Julian algorithm, 13 days on: right from 1900 to 2099. */
    static LocalDate orthodoxEaster(int year) {
        int d = (19 * (year % 19) + 15) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        int sum = d + e + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1).plusDays(13);
    }
}
