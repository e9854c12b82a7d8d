package ro.clickphone.pbx.ledger;

import ro.clickphone.pbx.kernel.Money;

/** What a request to set money aside got. */
public sealed interface Grant {
    /** @param amount what was set aside now; less than was wanted when no more was there */
    record Granted(Money amount) implements Grant {}

    /** The wallet has less than the least that was asked for. */
    record NoCredit() implements Grant {}

    /** The daily limit leaves less than the least that was asked for. */
    record OverLimit() implements Grant {}

    /** It has been posted or released meanwhile. */
    record Closed() implements Grant {}
}
