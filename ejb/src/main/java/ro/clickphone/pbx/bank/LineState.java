package ro.clickphone.pbx.bank;

/** How far a line of the bank has come. */
public enum LineState {
    /** Nobody knows yet whose it is. */
    EXCEPTION,
    /** Whose it is was said by the matching or by a person; a second person must agree. */
    PROPOSED,
    /** Credited and invoiced. */
    BOOKED,
    /** No payment of a customer. */
    SET_ASIDE
}
