package ro.clickphone.pbx.extension;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import ro.clickphone.pbx.kernel.InstantAsUtc;

/** One row: when the exchange was last seen alive, so that its start knows how long it stood still. */
@Entity
@Table(name = "exchange_alive")
class ExchangeAliveEntity {
    static final int ONLY = 1;

    /** Between two marks, and what a mark may be late. */
    private static final Duration UNTIL_NEXT_MARK = Duration.ofSeconds(75);

    @Id
    private int id;

    @Column(name = "seen_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant seenAt;

    protected ExchangeAliveEntity() {}

    void seen(Instant now) {
        this.seenAt = now;
    }

    /** The latest moment at which it can have been alive. */
    Instant stoppedBefore(Instant now) {
        Instant latest = seenAt.plus(UNTIL_NEXT_MARK);
        return latest.isBefore(now) ? latest : now;
    }
}
