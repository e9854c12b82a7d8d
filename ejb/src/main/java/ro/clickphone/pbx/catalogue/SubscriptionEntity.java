package ro.clickphone.pbx.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "subscription")
class SubscriptionEntity {
    @EmbeddedId
    private OrderKey key;

    private String product;

    @Column(name = "next_product")
    private String nextProduct;

    @Enumerated(EnumType.STRING)
    private Subscription.State state;

    @Column(name = "bought_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant boughtAt;

    @Column(name = "first_month")
    private int firstMonth;

    @Column(name = "last_month")
    private Integer lastMonth;

    @Column(name = "past_due_since")
    private LocalDate pastDueSince;

    private String detail;

    protected SubscriptionEntity() {}

    SubscriptionEntity(OrderKey key, Product product, String detail, Instant now) {
        this.key = key;
        this.product = product.code();
        this.state = Subscription.State.ACTIVE;
        this.boughtAt = now;
        this.firstMonth = Months.number(Months.month(now));
        this.detail = detail;
    }

    AccountId account() {
        return key.account();
    }

    OrderId id() {
        return key.id();
    }

    String product() {
        return product;
    }

    Subscription.State state() {
        return state;
    }

    /** Whether that month is beyond its last one. */
    boolean isOverIn(YearMonth month) {
        return lastMonth != null && Months.number(month) > lastMonth;
    }

    void become(Product other) {
        product = other.code();
        nextProduct = null;
    }

    void becomeNextMonth(Product other) {
        nextProduct = other.code();
    }

    void stay() {
        nextProduct = null;
    }

    /** On the 1st: what was ordered for then. */
    void turnMonth() {
        if (nextProduct != null) {
            product = nextProduct;
            nextProduct = null;
        }
    }

    void endAfter(YearMonth month) {
        lastMonth = Months.number(month);
    }

    void goOn() {
        lastMonth = null;
    }

    void end() {
        state = Subscription.State.ENDED;
    }

    void owes(LocalDate since) {
        if (state == Subscription.State.ACTIVE) {
            state = Subscription.State.PAST_DUE;
            pastDueSince = since;
        }
    }

    /** Whether it has been owed since that day or longer. */
    boolean owesSince(LocalDate latest) {
        return pastDueSince != null && !pastDueSince.isAfter(latest);
    }

    void suspend() {
        state = Subscription.State.SUSPENDED;
    }

    void paid() {
        state = Subscription.State.ACTIVE;
        pastDueSince = null;
    }

    Subscription asSubscription(PriceList list) {
        return new Subscription(
                key.account(),
                key.id(),
                list.product(product),
                Optional.ofNullable(nextProduct).map(list::product),
                state,
                boughtAt,
                Optional.ofNullable(lastMonth).map(Months::of),
                Optional.ofNullable(pastDueSince),
                detail);
    }
}
