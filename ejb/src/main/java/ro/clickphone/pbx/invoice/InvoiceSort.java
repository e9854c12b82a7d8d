package ro.clickphone.pbx.invoice;

/** By which column a list of documents is sorted. */
public record InvoiceSort(Column column, boolean descending) {
    public static final InvoiceSort NEWEST_FIRST = new InvoiceSort(Column.NUMBER, true);
    public static final InvoiceSort OLDEST_FIRST = new InvoiceSort(Column.NUMBER, false);

    /** What may be sorted by; nothing else reaches the database. */
    public enum Column {
        NUMBER("i.number"),
        CUSTOMER("i.customer.name"),
        GROSS("i.gross"),
        REPORTED("i.reported");

        private final String path;

        Column(String path) {
            this.path = path;
        }
    }

    String clause() {
        return " ORDER BY " + column.path + (descending ? " DESC" : "") + ", i.number DESC";
    }
}
