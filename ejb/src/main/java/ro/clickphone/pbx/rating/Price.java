package ro.clickphone.pbx.rating;

import java.io.Serializable;
import ro.clickphone.pbx.kernel.Money;

/**
 * What a talk costs, and how that came about.
 *
 * @param amount to four decimals
 * @param talk seconds
 * @param included seconds out of the minutes of a package
 * @param billed seconds that were counted for the rest
 * @param arithmetic {@code 120 s × 0.0450/60 = 0.0900}; empty when nothing was talked
 */
public record Price(Money amount, long talk, long included, long billed, String arithmetic) implements Serializable {}
