package ro.clickphone.pbx.catalogue;

import java.io.Serializable;
import ro.clickphone.pbx.kernel.Money;

/**
 * A product on sale today.
 *
 * @param price a month
 * @param firstMonth what is taken at once if it is bought today
 */
public record Offer(Product product, Money price, Fee firstMonth) implements Serializable {}
