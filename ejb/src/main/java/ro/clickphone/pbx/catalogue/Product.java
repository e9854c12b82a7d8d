package ro.clickphone.pbx.catalogue;

import java.io.Serializable;
import java.util.Set;
import ro.clickphone.pbx.number.NumberClass;

/**
 * Something that can be bought by the month.
 *
 * @param extensions how many it allows, for a package
 * @param inbound simultaneous calls that may come in, which it adds
 * @param outbound simultaneous calls that may go out, which it adds
 * @param queue whether the waiting queue is in it
 * @param minutes included minutes a month
 * @param minuteClasses to which numbers those minutes go
 */
public record Product(
        String code,
        Family family,
        String name,
        int extensions,
        int inbound,
        int outbound,
        boolean queue,
        int minutes,
        Set<NumberClass> minuteClasses)
        implements Serializable {
    public Product {
        minuteClasses = Set.copyOf(minuteClasses);
    }
}
