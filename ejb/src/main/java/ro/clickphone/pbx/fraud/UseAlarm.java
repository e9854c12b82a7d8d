package ro.clickphone.pbx.fraud;

import java.time.Instant;

/**
 * Use that is not like the account's own before.
 *
 * @param subject the country (ISO 3166-1) of {@link Kind#NEW_COUNTRY}; empty for the other kinds
 * @param found what was seen
 * @param usual the most of it in the weeks before
 * @param answer what was done about it
 */
public record UseAlarm(Kind kind, String subject, long found, long usual, Instant at, OnAlarm answer) {
    /** What is unusual. */
    public enum Kind {
        /** Calls in a minute. */
        CALL_RATE,
        /** Different numbers in an hour. */
        MANY_NUMBERS,
        /** A country that nobody called before. */
        NEW_COUNTRY,
        /** Calls in an hour of the night or the weekend. */
        ODD_HOURS
    }
}
