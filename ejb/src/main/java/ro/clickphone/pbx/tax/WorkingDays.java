package ro.clickphone.pbx.tax;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Working days of Romania: neither weekend nor legal holiday (Codul muncii, art. 139). Deadlines of e-Factura count them. */
public final class WorkingDays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 2),
            MonthDay.of(1, 6),
            MonthDay.of(1, 7),
            MonthDay.of(1, 24),
            MonthDay.of(5, 1),
            MonthDay.of(6, 1),
            MonthDay.of(8, 15),
            MonthDay.of(11, 30),
            MonthDay.of(12, 1),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));
    /** Days from Orthodox Easter Sunday: Good Friday, Easter, Pentecost. */
    private static final Set<Integer> AROUND_EASTER = Set.of(-2, 0, 1, 49, 50);

    private WorkingDays() {}

    /** The last of so many working days that follow that day. */
    public static LocalDate after(LocalDate day, int workingDays) {
        LocalDate last = day;
        for (int left = workingDays; left > 0; ) {
            last = last.plusDays(1);
            left -= isWorking(last) ? 1 : 0;
        }
        return last;
    }

    static boolean isWorking(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        int fromEaster = (int) (day.toEpochDay() - orthodoxEaster(day.getYear()).toEpochDay());
        return !weekend && !FIXED.contains(MonthDay.from(day)) && !AROUND_EASTER.contains(fromEaster);
    }

    /** Meeus's Julian algorithm, 13 days on: right from 1900 to 2099. */
    static LocalDate orthodoxEaster(int year) {
        int d = (19 * (year % 19) + 15) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        int sum = d + e + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1).plusDays(13);
    }
}
