package ro.clickphone.pbx.fraud;

/** What an alarm of unusual use does. */
public enum OnAlarm {
    /** A mail, and calls go on. */
    TELL,
    /** A mail, and international and premium calls wait until somebody confirms them with the PIN. */
    HOLD
}
