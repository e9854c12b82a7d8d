package ro.clickphone.pbx.call;

/** Which way a call went, seen from its account. */
public enum Direction {
    /** From the public network. */
    RECEIVED,
    /** To the public network or a service of the exchange. */
    PLACED,
    /** Between two extensions. */
    INTERNAL
}
