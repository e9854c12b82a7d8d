package ro.clickphone.pbx.catalogue;

import ro.clickphone.pbx.ledger.Book;

/** Kinds of products, in the order in which the page shows them (manual, items 19 to 22). */
public enum Family {
    /** A number of extensions, with channels and perhaps the queue: one an account. */
    PACKAGE(Book.PACKAGES),
    INBOUND(Book.CHANNELS),
    OUTBOUND(Book.CHANNELS),
    MINUTES(Book.MINUTES),
    NUMBER(Book.NUMBERS);

    private final Book book;

    Family(Book book) {
        this.book = book;
    }

    /** Where its fees go. */
    Book book() {
        return book;
    }

    /** Makes a package larger, and is nothing without one. */
    boolean needsPackage() {
        return this == INBOUND || this == OUTBOUND;
    }
}
