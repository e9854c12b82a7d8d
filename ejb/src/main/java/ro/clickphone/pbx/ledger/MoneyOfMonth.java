package ro.clickphone.pbx.ledger;

import java.time.YearMonth;
import java.util.Map;
import ro.clickphone.pbx.kernel.Money;

/**
 * What moved in a month, all customers together.
 *
 * @param books what flowed into each book; only those where something did
 */
public record MoneyOfMonth(YearMonth month, Map<Book, Money> books) {
    public MoneyOfMonth {
        books = Map.copyOf(books);
    }

    /** What a service brought in, or what a source of credit gave: always seen from the operator, positive when it comes in. */
    public Money of(Book book) {
        Money into = books.getOrDefault(book, Money.ZERO);
        return book.isRevenue() ? into : into.negated();
    }

    /** What all services brought in. */
    public Money revenue() {
        return books.keySet().stream().filter(Book::isRevenue).map(this::of).reduce(Money.ZERO, Money::plus);
    }

    /** How much more credit the customers have at its end than at its beginning. */
    public Money credit() {
        return into(Book.WALLET).plus(into(Book.RESERVED));
    }

    private Money into(Book book) {
        return books.getOrDefault(book, Money.ZERO);
    }
}
