package ro.clickphone.portal.call;

import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import ro.clickphone.pbx.call.CallFilter;
import ro.clickphone.pbx.call.CallStatus;

/**
 * What a report's address asks for. It travels in the address, so that going back shows the same list again; hence each
 * part is a stranger's text, and nonsense counts as not given.
 */
public class ReportFilter implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_TEXT = 64;

    private int year;
    private int month;
    private String zone;
    private String text = "";
    private String status = "";

    /** The month it is now, as the account's clock shows. */
    void begin(Clock clock, ZoneId home) {
        if (zone == null || !isZone(zone)) {
            zone = home.getId();
        }
        YearMonth now = YearMonth.now(clock.withZone(ZoneId.of(zone)));
        year = year < FIRST_YEAR || year > LAST_YEAR ? now.getYear() : year;
        month = month < 1 || month > 12 ? now.getMonthValue() : month;
        text = text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        status = status == null ? "" : status;
    }

    CallFilter asCallFilter() {
        CallFilter filter = CallFilter.of(YearMonth.of(year, month), zone()).withText(text);
        return switch (status) {
            case "TAKEN" -> filter.withStatus(CallStatus.TAKEN);
            case "LOST" -> filter.withStatus(CallStatus.LOST);
            default -> filter;
        };
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    private static boolean isZone(String id) {
        try {
            return ZoneId.of(id) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    public int getYear() {
        return year;
    }

    public void setYear(int year) {
        this.year = year;
    }

    public int getMonth() {
        return month;
    }

    public void setMonth(int month) {
        this.month = month;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone == null ? this.zone : zone;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status == null ? "" : status;
    }
}
