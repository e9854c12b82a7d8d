package ro.clickphone.pbx.ledger;

/** The accounts between which money moves. Each customer has a set of them; an operator's figure is the sum over customers. */
public enum Book {
    /** What the customer may spend. */
    WALLET,
    /** What is set aside for calls in progress; still the customer's. */
    RESERVED,
    /** Bank transfers (OP). */
    BANK,
    CARD,
    /** Credit that the operator gives. */
    GOODWILL,
    /** The other side of corrections. */
    CORRECTIONS,
    PACKAGES,
    CHANNELS,
    MINUTES,
    NUMBERS,
    CALLS,
    MESSAGES;

    /** A service of the operator: what flows into it is revenue. */
    public boolean isRevenue() {
        return compareTo(PACKAGES) >= 0;
    }

    /** Where a top-up may come from. */
    public boolean isSource() {
        return this == BANK || this == CARD || this == GOODWILL;
    }
}
