package ro.clickphone.pbx.kernel;

/**
 * Which part of a list is asked for; bounded, so that no stranger can ask for all of it.
 *
 * @param offset items before the page, from 0 to {@value #MOST_OFFSET}
 * @param size items on the page, from 1 to {@value #MOST_SIZE}
 */
public record PageRequest(int offset, int size) {
    public static final int MOST_OFFSET = 1_000_000;
    public static final int MOST_SIZE = 200;

    /** @throws Refusal {@code page.offset} or {@code page.size} when out of range */
    public PageRequest {
        if (offset < 0 || offset > MOST_OFFSET) {
            throw new Refusal("page.offset", "offset", offset, 0, MOST_OFFSET);
        }
        if (size < 1 || size > MOST_SIZE) {
            throw new Refusal("page.size", "size", size, 1, MOST_SIZE);
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest(0, size);
    }
}
