package ro.clickphone.pbx.number;

/** What kind of public number was dialled; restrictions and prices go by it. */
public enum NumberClass {
    /** Fixed lines of Romania, 037x and the short local numbers among them, and shared cost up to a normal call. */
    NATIONAL,
    MOBILE,
    INTERNATIONAL,
    FREEPHONE,
    /** Dearer than a call: 090x and premium numbers abroad. */
    PREMIUM,
    /** Televoting, data access, satellites, short numbers of unknown cost. */
    SPECIAL;

    /** May be dialled unless the customer forbids it; premium and special ones only when permitted. */
    public boolean isOrdinary() {
        return this != PREMIUM && this != SPECIAL;
    }
}
