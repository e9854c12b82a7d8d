package ro.clickphone.pbx.card;

/** What a payment service answered when it was asked to give money back to a card. */
public enum GiveBack {
    TAKEN,
    /** Certainly not: it was not reached, it refused, or does not take such orders from programs. */
    NOT_TAKEN,
    /** It may have heard. */
    UNKNOWN
}
