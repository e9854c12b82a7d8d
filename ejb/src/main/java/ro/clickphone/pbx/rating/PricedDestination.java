package ro.clickphone.pbx.rating;

import java.io.Serializable;
import java.util.List;

/**
 * The prefixes of a price list that have name and price in common: a line of the page.
 *
 * @param tariff their common part, with no prefix
 * @param prefixes all of them
 */
public record PricedDestination(Tariff tariff, List<String> prefixes) implements Serializable {
    public PricedDestination {
        prefixes = List.copyOf(prefixes);
    }
}
