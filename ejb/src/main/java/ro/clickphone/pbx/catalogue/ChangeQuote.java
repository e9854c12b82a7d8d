package ro.clickphone.pbx.catalogue;

import ro.clickphone.pbx.kernel.Money;

/** When another product begins, and what it costs. */
public sealed interface ChangeQuote {
    /** A month of the other product. */
    Money month();

    /** A dearer one: the difference for the rest of the month is taken at once. */
    record AtOnce(Fee difference, Money month) implements ChangeQuote {}

    /** One that is not dearer begins on the 1st. */
    record NextMonth(Money month) implements ChangeQuote {}
}
