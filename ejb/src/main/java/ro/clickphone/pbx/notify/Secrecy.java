package ro.clickphone.pbx.notify;

/** Who may read a mail beside its receiver. */
public enum Secrecy {
    /** The operator may. */
    ORDINARY,
    /** A PIN or the like: its text is erased when it is sent, and shown to nobody while there is a mail server. */
    SECRET
}
