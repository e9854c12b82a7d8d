package ro.clickphone.pbx.call;

/** How a call counts for the customer. */
public enum CallStatus {
    /** A device answered, and caller and called heard each other; a menu or a queue alone is no answer. */
    TAKEN,
    LOST
}
