package ro.clickphone.pbx.tax;

import java.time.DayOfWeek;
import java.time.LocalDate;
import ro.clickphone.pbx.schedule.LegalHoliday;

/** Working days of Romania: neither weekend nor legal holiday (Codul muncii, art. 139). Deadlines of e-Factura count them. */
public final class WorkingDays {
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
        return !weekend && LegalHoliday.on(day).isEmpty();
    }
}
