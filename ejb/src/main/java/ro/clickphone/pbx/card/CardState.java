package ro.clickphone.pbx.card;

/** How an order at a payment service stands. */
public enum CardState {
    /** The customer has been sent to pay. */
    OPEN,
    /** Credited and invoiced. */
    PAID,
    /** The service says that no money came. */
    REFUSED,
    /** A notice with a good signature named another amount or currency: nothing was credited, a person must look. */
    WRONG,
    /** The card's bank took money back, and credit and invoice could not follow by themselves: a person must look. */
    CONTESTED,
    /** The money went back; so did the credit. */
    RETURNED
}
