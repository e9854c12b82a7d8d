package ro.clickphone.pbx.ledger;

/** What a transfer is to the customer. */
public enum TransferKind {
    TOP_UP,
    /** Money paid back to the customer: a negative row. */
    REFUND,
    /** A package, a month, a number. */
    FEE,
    /** A call or message, at its end. */
    CALL,
    CORRECTION,
    /** Set aside for a call in progress; the customer's total does not change. */
    RESERVE,
    /** Given back from what was set aside. */
    RELEASE;

    /** Whether it changes what the customer has: the rows of the statement. */
    public boolean isOnStatement() {
        return compareTo(RESERVE) < 0;
    }
}
