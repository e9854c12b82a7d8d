package ro.clickphone.pbx.catalogue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import ro.clickphone.pbx.ledger.TransferId;
import ro.clickphone.pbx.ledger.Wording;

/** What the rows of fees say, as the manual's do (features, A9.1), and by which names they happen once. */
final class Wordings {
    private Wordings() {}

    /** {@code Perioada 5.10 - 31.10.2015 / Abonament Hosted PBX 7}. */
    static Wording firstMonth(Product product, LocalDate today, Fee fee) {
        return Wording.of(
                        "ledger.firstMonth",
                        MonthDay.from(today).toString(),
                        today.with(TemporalAdjusters.lastDayOfMonth()).toString(),
                        product.name())
                .explained(fee.arithmetic());
    }

    static Wording upgrade(Product from, Product to, LocalDate today, Fee fee) {
        return Wording.of(
                        "ledger.upgrade",
                        MonthDay.from(today).toString(),
                        today.with(TemporalAdjusters.lastDayOfMonth()).toString(),
                        from.name(),
                        to.name())
                .explained(fee.arithmetic());
    }

    /** {@code Hosted PBX 3Q / Abonament Noiembrie}. */
    static Wording month(Product product, YearMonth month, Fee fee) {
        return Wording.of("ledger.month", product.name(), month.toString()).explained(fee.arithmetic());
    }

    static TransferId fee(OrderId subscription, YearMonth month) {
        return new TransferId("fee:" + subscription + ":" + month);
    }

    static TransferId upgrade(OrderId subscription, YearMonth month, Product to) {
        return new TransferId("up:" + subscription + ":" + month + ":" + to.code());
    }
}
