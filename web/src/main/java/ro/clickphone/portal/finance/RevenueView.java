package ro.clickphone.portal.finance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.ledger.Book;
import ro.clickphone.pbx.ledger.MoneyOfMonth;
import ro.clickphone.pbx.ledger.RevenueDesk;
import ro.clickphone.pbx.tax.TaxTables;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.TableFile;
import ro.clickphone.portal.wallet.Amounts;

/** Revenue of a year by month and service, and how the customers' credit moved. */
@Named
@RequestScoped
public class RevenueView {
    private static final int YEARS_BACK = 10;
    private static final List<Book> SERVICES =
            Arrays.stream(Book.values()).filter(Book::isRevenue).toList();
    private static final List<Book> SOURCES = List.of(Book.BANK, Book.CARD, Book.GOODWILL, Book.CORRECTIONS);

    @Inject
    private RevenueDesk desk;

    @Inject
    private TaxTables tax;

    @Inject
    private Language language;

    private int year;
    private List<MoneyOfMonth> months;

    @PostConstruct
    void thisYear() {
        year = tax.today().getYear();
    }

    public String show() {
        return "/finance/revenue?faces-redirect=true&year=" + year;
    }

    /** Months in which anything moved, the latest first. */
    public List<MoneyOfMonth> getMonths() {
        if (months == null) {
            YearMonth now = YearMonth.from(tax.today());
            months = desk.months(year).stream()
                    .filter(month -> !month.books().isEmpty() || month.month().equals(now))
                    .sorted(Comparator.comparing(MoneyOfMonth::month).reversed())
                    .toList();
        }
        return months;
    }

    public String name(MoneyOfMonth month) {
        String name = month.month().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale());
        return name.substring(0, 1).toUpperCase(language.getLocale()) + name.substring(1);
    }

    public List<Book> getServices() {
        return SERVICES;
    }

    public List<Book> getSources() {
        return SOURCES;
    }

    public String of(MoneyOfMonth month, Book book) {
        return text(month.of(book));
    }

    public String revenue(MoneyOfMonth month) {
        return text(month.revenue());
    }

    public String credit(MoneyOfMonth month) {
        return text(month.credit());
    }

    /** Of the whole year. */
    public String total(Book book) {
        return text(sum(month -> month.of(book)));
    }

    public String getRevenue() {
        return text(sum(MoneyOfMonth::revenue));
    }

    public String getCredit() {
        return text(sum(MoneyOfMonth::credit));
    }

    public String getOwed() {
        return text(desk.owed());
    }

    private Money sum(Function<MoneyOfMonth, Money> part) {
        return getMonths().stream().map(part).reduce(Money.ZERO, Money::plus);
    }

    private String text(Money amount) {
        return Amounts.cents(amount, language.getLocale());
    }

    /** Micro-euro to the last one, so that an accountant's sum is ours. */
    public void export(TableFile.Kind kind) throws IOException {
        TableFile.send(kind, "venituri-" + year, "Venituri " + year, sink -> {
            List<String> heads = new ArrayList<>(List.of("Month"));
            SERVICES.forEach(book -> heads.add(book.name()));
            heads.add("REVENUE");
            SOURCES.forEach(book -> heads.add(book.name()));
            heads.add("CREDIT");
            sink.line(heads);
            for (MoneyOfMonth month : desk.months(year)) {
                sink.line(cells(month));
            }
        });
    }

    private static List<Object> cells(MoneyOfMonth month) {
        List<Object> cells = new ArrayList<>(List.of(month.month().toString()));
        SERVICES.forEach(book -> cells.add(figure(month.of(book))));
        cells.add(figure(month.revenue()));
        SOURCES.forEach(book -> cells.add(figure(month.of(book))));
        cells.add(figure(month.credit()));
        return cells;
    }

    private static BigDecimal figure(Money amount) {
        return amount.toEuro();
    }

    public List<Integer> getYears() {
        int now = tax.today().getYear();
        return IntStream.rangeClosed(0, YEARS_BACK).mapToObj(back -> now - back).toList();
    }

    public int getYear() {
        return year;
    }

    public void setYear(int year) {
        int now = tax.today().getYear();
        this.year = year < now - YEARS_BACK || year > now ? now : year;
    }
}
