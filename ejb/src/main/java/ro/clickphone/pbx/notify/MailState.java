package ro.clickphone.pbx.notify;

/** How far a mail has come. */
public enum MailState {
    /** To be sent at its next try. */
    WAITING,
    /** A node is at it; back to waiting when that node dies. */
    SENDING,
    SENT,
    /** The receiver's server refused it for good, or could not be reached for days. */
    GIVEN_UP
}
