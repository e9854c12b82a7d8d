package ro.clickphone.pbx.ledger;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import ro.clickphone.pbx.kernel.Money;

/** Changed under the wallet's lock alone. */
@Entity
@Table(name = "spent_today")
class SpentTodayEntity {
    @EmbeddedId
    @SuppressWarnings("unused") // the database reads it
    private DayKey key;

    private long charged;
    private long reserved;

    protected SpentTodayEntity() {}

    SpentTodayEntity(DayKey key) {
        this.key = key;
    }

    DailySpend spend() {
        return new DailySpend(new Money(charged), new Money(reserved));
    }

    void reserve(Money amount) {
        reserved = Math.addExact(reserved, amount.micros());
    }

    void giveBack(Money held) {
        reserved = Math.subtractExact(reserved, held.micros());
    }

    void charge(Money price) {
        charged = Math.addExact(charged, price.micros());
    }
}
