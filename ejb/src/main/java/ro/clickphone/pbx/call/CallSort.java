package ro.clickphone.pbx.call;

/** By which column, and which way; a closed list, so that no text of a request ever reaches SQL. */
public record CallSort(Column column, Order order) {
    /** Newest first, as the reports open. */
    public static final CallSort NEWEST_FIRST = new CallSort(Column.STARTED, Order.DESCENDING);

    /** The columns that can be sorted by. */
    public enum Column {
        STARTED("c.startedAt"),
        SOURCE("c.source"),
        DESTINATION("c.destination"),
        DURATION("c.talkSeconds"),
        STATUS("c.status");

        private final String path;

        Column(String path) {
            this.path = path;
        }
    }

    /** Which way. */
    public enum Order {
        ASCENDING("ASC"),
        DESCENDING("DESC");

        private final String word;

        Order(String word) {
            this.word = word;
        }
    }

    /**
     * Calls that are equal by the column keep one order, so that pages do not overlap; both columns one way, as an index can
     * be walked.
     */
    String clause() {
        if (column == Column.STARTED) {
            return " ORDER BY c.startedAt " + order.word + ", c.key.callId " + order.word;
        }
        return " ORDER BY " + column.path + " " + order.word + ", c.startedAt DESC, c.key.callId DESC";
    }
}
