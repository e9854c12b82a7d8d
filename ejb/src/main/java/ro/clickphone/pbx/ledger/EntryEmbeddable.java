package ro.clickphone.pbx.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import ro.clickphone.pbx.kernel.Money;

/** One half of a transfer. */
@Embeddable
class EntryEmbeddable {
    @Enumerated(EnumType.STRING)
    @Column(name = "book", updatable = false)
    private Book book;

    @Column(name = "amount", updatable = false)
    private long amount;

    protected EntryEmbeddable() {}

    EntryEmbeddable(Book book, Money amount) {
        this.book = book;
        this.amount = amount.micros();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryEmbeddable entry && entry.book == book && entry.amount == amount;
    }

    @Override
    public int hashCode() {
        return book.hashCode() * 31 + Long.hashCode(amount);
    }
}
