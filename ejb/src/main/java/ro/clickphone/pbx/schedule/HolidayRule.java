package ro.clickphone.pbx.schedule;

/** What a customer does on legal holidays. */
public enum HolidayRule {
    /** The exchange is closed, unless that day has hours of its own. */
    CLOSED,
    /** A holiday is like any other day of the week; nothing is assumed that the customer did not say. */
    AS_ANY_DAY
}
