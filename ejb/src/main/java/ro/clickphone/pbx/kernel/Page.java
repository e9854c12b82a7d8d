package ro.clickphone.pbx.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that the database cut.
 *
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, long total) {
    public Page {
        items = List.copyOf(items);
        if (total < items.size()) {
            throw new IllegalArgumentException("total is " + total + " but the page has " + items.size());
        }
    }

    /** The same page, each item seen otherwise. */
    public <R> Page<R> map(Function<? super T, ? extends R> as) {
        return new Page<>(items.stream().<R>map(as).toList(), total);
    }
}
