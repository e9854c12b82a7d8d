package ro.clickphone.pbx.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.YearMonth;
import ro.clickphone.pbx.kernel.Money;

/** A month of a subscription: whether it is paid, and the seconds that it includes. */
@Entity
@Table(name = "subscription_month")
class SubscriptionMonthEntity {
    @EmbeddedId
    private MonthKey key;

    private String product;
    private long fee;

    @Enumerated(EnumType.STRING)
    private State state;

    private int seconds;

    @Column(name = "seconds_used")
    private int secondsUsed;

    /** Whether the fee has been taken. */
    enum State {
        PAID,
        DUE
    }

    protected SubscriptionMonthEntity() {}

    SubscriptionMonthEntity(MonthKey key, Product product, Money fee, State state, int minutes) {
        this.key = key;
        this.product = product.code();
        this.fee = fee.micros();
        this.state = state;
        this.seconds = minutes * 60;
    }

    YearMonth month() {
        return key.month();
    }

    OrderId subscription() {
        return key.subscription();
    }

    String product() {
        return product;
    }

    Money fee() {
        return new Money(fee);
    }

    void pay() {
        state = State.PAID;
    }

    /** An upgrade: more minutes for the rest of the month. */
    void include(int moreMinutes) {
        seconds += moreMinutes * 60;
    }

    int secondsLeft() {
        return state == State.PAID ? Math.max(0, seconds - secondsUsed) : 0;
    }

    int seconds() {
        return seconds;
    }

    void use(int more) {
        secondsUsed += more;
    }

    MonthKey key() {
        return key;
    }
}
