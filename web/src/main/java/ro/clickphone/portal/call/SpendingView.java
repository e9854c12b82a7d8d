package ro.clickphone.portal.call;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import ro.clickphone.pbx.call.CallDetailService;
import ro.clickphone.pbx.call.CallSpending;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;
import ro.clickphone.portal.wallet.Amounts;

/** What a month's calls cost, drawn by day and by destination. */
@Named
@RequestScoped
public class SpendingView {
    private static final int WHOLE = 100;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    @Inject
    private CallDetailService calls;

    private final ReportFilter filter = new ReportFilter();
    private CallSpending spending;

    /**
     * A day of the chart.
     *
     * @param height of a hundred, of the dearest day
     */
    public record Bar(String day, String title, long height) {
        public long top() {
            return WHOLE - height;
        }
    }

    /** A line of the table. @param share of a hundred, of the dearest destination */
    public record Line(String name, long calls, String duration, String amount, long share) {}

    /** An address that is nonsense is not read to its end: this month is shown then. */
    @PostConstruct
    void thisMonth() {
        begin();
    }

    /** After the address has been read. */
    public void begin() {
        filter.begin(clock, me.zone());
    }

    public List<Bar> getBars() {
        Money most = most(List.copyOf(spending().days().values()));
        return spending().days().entrySet().stream()
                .map(day -> new Bar(
                        Integer.toString(day.getKey().getDayOfMonth()),
                        Moments.date(day.getKey(), language.getLocale()) + ": " + text(day.getValue()),
                        part(day.getValue(), most)))
                .toList();
    }

    public List<Line> getLines() {
        Money most = most(spending().destinations().stream()
                .map(CallSpending.OfDestination::amount)
                .toList());
        return spending().destinations().stream()
                .map(one -> new Line(
                        one.name(),
                        one.calls(),
                        Moments.duration(Duration.ofSeconds(one.seconds())),
                        text(one.amount()),
                        part(one.amount(), most)))
                .toList();
    }

    public String getTotal() {
        return text(sum());
    }

    public boolean isNothing() {
        return sum().equals(Money.ZERO);
    }

    /** {@code Noiembrie 2026}. */
    public String getMonthName() {
        String name = month().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language.getLocale());
        return name.substring(0, 1).toUpperCase(language.getLocale()) + name.substring(1) + " " + month().getYear();
    }

    public YearMonth getBefore() {
        return month().minusMonths(1);
    }

    public YearMonth getAfter() {
        return month().plusMonths(1);
    }

    /** There is nothing to see of a month that has not begun. */
    public boolean isLast() {
        return !month().isBefore(YearMonth.now(clock.withZone(me.zone())));
    }

    private YearMonth month() {
        return YearMonth.of(filter.getYear(), filter.getMonth());
    }

    private CallSpending spending() {
        if (spending == null) {
            spending = calls.spending(me.id(), filter.asCallFilter());
        }
        return spending;
    }

    private Money sum() {
        return spending().days().values().stream().reduce(Money.ZERO, Money::plus);
    }

    private static Money most(List<Money> amounts) {
        return amounts.stream().max(Money::compareTo).orElse(Money.ZERO);
    }

    /** Of a hundred; what is not nothing is at least seen. */
    private static long part(Money amount, Money most) {
        return amount.isPositive() ? Math.max(2, amount.micros() * WHOLE / most.micros()) : 0;
    }

    private String text(Money amount) {
        return Amounts.fourDecimals(amount, language.getLocale());
    }

    public ReportFilter getFilter() {
        return filter;
    }
}
