package ro.clickphone.pbx.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import ro.clickphone.pbx.kernel.Money;

/**
 * Money that moves, all of it or none: the entries sum to 0. Pure.
 *
 * @param entries what flows into each book, negative for out of it; books with nothing are left out but for WALLET
 */
record Transfer(TransferId id, TransferKind kind, Map<Book, Money> entries, Wording wording) {
    Transfer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(wording, "wording");
        long sum = entries.values().stream().mapToLong(Money::micros).reduce(0, Math::addExact);
        if (sum != 0) {
            throw new IllegalArgumentException("the entries of " + id + " sum to " + sum + " micro-euro, not to 0");
        }
        entries = Map.copyOf(entries);
    }

    /** From one book to another. */
    static Transfer between(TransferId id, TransferKind kind, Book from, Book to, Money amount, Wording wording) {
        return new Transfer(id, kind, new EnumMap<>(Map.of(from, amount.negated(), to, amount)), wording);
    }

    /**
     * The second phase of a paid call: its price goes to the service, the rest of what was set aside back to the wallet;
     * a price above it takes the difference from the wallet.
     */
    static Transfer posted(TransferId id, Money held, Money price, Book service, Wording wording) {
        Map<Book, Money> entries = new EnumMap<>(Book.class);
        entries.put(Book.WALLET, held.minus(price));
        if (held.isPositive()) {
            entries.put(Book.RESERVED, held.negated());
        }
        entries.put(service, price);
        return new Transfer(id, TransferKind.CALL, entries, wording);
    }

    Money into(Book book) {
        return entries.getOrDefault(book, Money.ZERO);
    }

    /** What the customer has more afterwards, or less. */
    Money forCustomer() {
        return into(Book.WALLET).plus(into(Book.RESERVED));
    }
}
