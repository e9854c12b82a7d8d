package ro.clickphone.pbx.correction;

/** How the customer's money goes back, once a refund is decided. */
public enum MoneyBack {
    /** No money is to go: the wallet alone is corrected, or nothing is decided yet. */
    NONE,
    /** By a person, from the bank or at the payment service's own desk. */
    BY_HAND,
    /** The payment service has taken the order to give it back to the card. */
    TO_CARD,
    /** The payment service was asked, and nobody knows whether it heard: a person looks there before doing anything. */
    UNSURE
}
